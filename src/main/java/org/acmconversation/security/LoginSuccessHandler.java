package org.acmconversation.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Redirects after a login to the requested page if the user's role may open it, otherwise to the front page. Browsers
 * do not send the fragment, which names the task in Tasklist; {@code login.js} passes it on in a cookie.
 */
@Component
class LoginSuccessHandler implements AuthenticationSuccessHandler {

    private static final String HOME = "/";
    private static final String FRAGMENT = "ACM-WANTED-FRAGMENT";
    private static final Pattern PLAIN_FRAGMENT = Pattern.compile("#[!-~]{1,500}");

    private final LoginRequestCache requestCache;
    private final ObjectProvider<WebInvocationPrivilegeEvaluator> privileges;
    private final KeptForms keptForms;

    /** Lazy, because the filter chains that decide about access contain this handler. */
    LoginSuccessHandler(
            LoginRequestCache requestCache,
            ObjectProvider<WebInvocationPrivilegeEvaluator> privileges,
            KeptForms keptForms) {
        this.requestCache = requestCache;
        this.privileges = privileges;
        this.keptForms = keptForms;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException, ServletException {
        if (keptForms.resume(request, response, user)) {
            return;
        }
        String page = requestCache
                .take(request, response)
                .filter(wanted -> privileges.getObject().isAllowed("", path(wanted), "GET", user))
                .orElse(HOME);
        response.sendRedirect(page + takeFragment(request, response).orElse(""));
    }

    private static String path(String wanted) {
        return wanted.replaceFirst("\\?.*$", "");
    }

    private static Optional<String> takeFragment(HttpServletRequest request, HttpServletResponse response) {
        Cookie kept = WebUtils.getCookie(request, FRAGMENT);
        if (kept == null) {
            return Optional.empty();
        }
        var gone = new Cookie(FRAGMENT, "");
        gone.setPath("/");
        gone.setMaxAge(0);
        response.addCookie(gone);
        return Optional.of(URLDecoder.decode(kept.getValue(), StandardCharsets.UTF_8))
                .filter(fragment -> PLAIN_FRAGMENT.matcher(fragment).matches());
    }
}
