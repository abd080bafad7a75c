package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A browser that opens a page, and not a page that asks for its icon, its data or a part of itself. */
class Navigation implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate") && "document".equals(request.getHeader("Sec-Fetch-Dest"));
        }
        // Over plain HTTP browsers do not say so, unless to this computer.
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
