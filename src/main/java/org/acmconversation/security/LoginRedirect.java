package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Redirects to the login page, which says if the session has expired. */
class LoginRedirect extends LoginUrlAuthenticationEntryPoint {

    private static final String ENDED = SecurityConfiguration.LOGIN_PAGE + "?ended";

    LoginRedirect() {
        super(SecurityConfiguration.LOGIN_PAGE);
    }

    /** A logout removes the cookie with the session. */
    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        if (!IdleSessions.hadEnded(request)) {
            return getLoginFormUrl();
        }
        IdleSessions.forgetEnd(request, response);
        return ENDED;
    }
}
