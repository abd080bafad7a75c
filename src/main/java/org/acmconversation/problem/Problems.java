package org.acmconversation.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem documents whose types all live below {@code /problems}. */
public class Problems {

    private Problems() {}

    /**
     * A problem document.
     *
     * @param status status of the answer
     * @param type last segment of its type
     * @param detail a sentence for the caller
     */
    public static ProblemDetail of(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(type));
        return problem;
    }

    static URI type(String name) {
        return URI.create("/problems/" + name);
    }

    /** {@code method-not-allowed} for 405, and so on. */
    static String nameOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
