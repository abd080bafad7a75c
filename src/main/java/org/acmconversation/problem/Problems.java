package org.acmconversation.problem;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Creates problem documents; all of their types are below {@code /problems}. */
public class Problems {

    private Problems() {}

    /**
     * Creates a problem document.
     *
     * @param status status of the response
     * @param type last segment of the problem type
     * @param detail a sentence for the caller
     */
    public static ProblemDetail of(HttpStatus status, String type, @Nullable String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(type));
        return problem;
    }

    /** Returns a problem type, of which the name is the last segment. */
    public static URI type(String name) {
        return URI.create("/problems/" + name);
    }

    /** Derives a type from a status: {@code method-not-allowed} for 405. */
    static String nameOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "http-" + status.value()
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
