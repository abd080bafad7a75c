package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Where people wanted to go before they logged in, in a cookie: a session would be a row for whoever comes along. */
@Component
class LoginRequestCache extends CookieRequestCache {

    /** A longer address would not fit into one. */
    private static final int LONGEST = 1_000;

    private static final RequestMatcher FITS =
            request -> UrlUtils.buildFullRequestUrl(request).length() <= LONGEST;

    LoginRequestCache() {
        setRequestMatcher(new AndRequestMatcher(new Navigation(), FITS));
    }

    /** A cookie that holds no address is as good as none: it is the browser that sends it. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.getRequest(request, response);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Forgets the page once it is asked for. The request stays as it is: the cookie knows nothing of its headers. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        super.getMatchingRequest(request, response);
        return null;
    }

    /** Its path and query: another server is never where somebody wanted to go. Forgets it. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var wanted = Optional.ofNullable(getRequest(request, response))
                .map(saved -> URI.create(saved.getRedirectUrl()))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        removeRequest(request, response);
        return wanted;
    }
}
