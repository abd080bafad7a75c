package org.acmconversation.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Responds with 404 to pages that do not exist, instead of 403. */
class NotFoundAccessDeniedHandler implements AccessDeniedHandler {

    private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();
    private final EndpointRules rules;

    NotFoundAccessDeniedHandler(EndpointRules rules) {
        this.rules = rules;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        if (acceptsPage(request) && !rules.list(EndpointRules.path(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            denied.handle(request, response, cause);
        }
    }

    /** Whether the client can show a page. */
    static boolean acceptsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
