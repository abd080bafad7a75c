package org.acmconversation.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** A request as it is logged: without the secret of an address that works without a login. */
class LoggedRequest {

    /** Calendar feeds, and the links that unsubscribe from emails. */
    private static final Pattern SECRET = Pattern.compile("(/calendar/|/notifications/unsubscribe/).+");

    private LoggedRequest() {}

    /** Returns the method and path, such as {@code GET /api/engagements}. */
    static String of(HttpServletRequest request) {
        return request.getMethod() + " "
                + SECRET.matcher(request.getRequestURI()).replaceAll("$1***");
    }
}
