package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Sends people to the login page, which tells those whose session has ended that it has. */
class ToLogin extends LoginUrlAuthenticationEntryPoint {

    private static final String ENDED = SecurityConfiguration.LOGIN_PAGE + "?ended";

    ToLogin() {
        super(SecurityConfiguration.LOGIN_PAGE);
    }

    /** Whoever logs out loses the cookie with the session. */
    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        return IdleSessions.hadEnded(request) ? ENDED : getLoginFormUrl();
    }
}
