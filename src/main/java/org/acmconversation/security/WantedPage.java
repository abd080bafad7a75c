package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.util.UrlUtils;

/** Where people wanted to go before they logged in, in a cookie: a session would be a row for whoever comes along. */
class WantedPage extends CookieRequestCache {

    /** A longer address would not fit into one. */
    private static final int LONGEST = 1_000;

    WantedPage() {
        setRequestMatcher(request -> request.getMethod().equals("GET")
                && UrlUtils.buildFullRequestUrl(request).length() <= LONGEST);
    }

    /** Forgets the page once it is asked for. The request stays as it is: the cookie knows nothing of its headers. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        super.getMatchingRequest(request, response);
        return null;
    }
}
