package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Stores the requested page in a cookie until the login: a session would insert a row for every visitor. */
@Component
class LoginRequestCache extends CookieRequestCache {

    /** Longer URLs do not fit into a cookie. */
    private static final int MAX_LENGTH = 1_000;

    private static final RequestMatcher FITS =
            request -> UrlUtils.buildFullRequestUrl(request).length() <= MAX_LENGTH;

    LoginRequestCache() {
        setRequestMatcher(new AndRequestMatcher(new NavigationRequestMatcher(), FITS));
    }

    /** Ignores an invalid cookie, since clients can send anything. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.getRequest(request, response);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Removes the cookie when the page is requested. The request is not replaced: the cookie has no headers. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        super.getMatchingRequest(request, response);
        return null;
    }

    /** Stores the page of a form whose upload needs a login; after it, the page asks for the file again. */
    void keepPageOf(HttpServletRequest upload, HttpServletResponse response) {
        saveRequest(
                new HttpServletRequestWrapper(upload) {

                    @Override
                    public String getMethod() {
                        return HttpMethod.GET.name();
                    }

                    @Override
                    public String getQueryString() {
                        return "again";
                    }
                },
                response);
    }

    /** Returns path and query only, so that nobody is redirected to another server, and removes the cookie. */
    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        var wanted = Optional.ofNullable(getRequest(request, response))
                .map(saved -> URI.create(saved.getRedirectUrl()))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        removeRequest(request, response);
        return wanted;
    }
}
