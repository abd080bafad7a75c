package org.acmconversation.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Logs in users of the engine's identity service: people with a form, clients with HTTP Basic. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalLogin implements LoginMethod {

    private final ProblemResponses problems;
    private final LoginSuccessHandler successHandler;

    LocalLogin(ProblemResponses problems, LoginSuccessHandler successHandler) {
        this.problems = problems;
        this.successHandler = successHandler;
    }

    @Override
    public void configureApi(HttpSecurity http) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(problems));
    }

    @Override
    public void configureWebapps(HttpSecurity http) throws Exception {
        http.formLogin(login ->
                        login.loginPage(SecurityConfiguration.LOGIN_PAGE).failureHandler(LocalLogin::refuse))
                .logout(logout -> logout.logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)));
    }

    @Override
    public void configurePages(HttpSecurity http) throws Exception {
        http.formLogin(login -> login.loginPage(SecurityConfiguration.LOGIN_PAGE)
                        .successHandler(successHandler)
                        .failureHandler(LocalLogin::refuse))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems));
    }

    /** A form that the login page carries stays on it. */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        String reason = failure instanceof TooManyLoginsException ? "locked" : "error";
        if (request.getParameter(KeptForms.TARGET) != null) {
            request.setAttribute(KeptForms.REFUSED, reason);
            request.getRequestDispatcher(KeptForms.PAGE).forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + SecurityConfiguration.LOGIN_PAGE + "?" + reason);
        }
    }
}
