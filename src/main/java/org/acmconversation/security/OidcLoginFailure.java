package org.acmconversation.security;

import com.nimbusds.jose.RemoteKeySourceException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.acmconversation.problem.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Shows an error page if a login through the provider fails. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcLoginFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(OidcLoginFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (isUnavailable(failure)) {
            log.warn("The identity provider is unavailable", failure);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            request.getRequestDispatcher(OidcLoginPage.UNAVAILABLE).forward(request, response);
            return;
        }
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        log.info("A login by the provider was refused: {}", code);
        if (BearerTokenErrorCodes.INSUFFICIENT_SCOPE.equals(code)) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            request.getRequestDispatcher(OidcLoginPage.NO_ROLE).forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + OidcLoginPage.REFUSED);
        }
    }

    /** Whether the provider did not respond: to the request for its metadata, for a token or for its keys. */
    private static boolean isUnavailable(AuthenticationException failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof ProviderUnavailableException
                        || cause instanceof IOException
                        || cause instanceof RemoteKeySourceException);
    }
}
