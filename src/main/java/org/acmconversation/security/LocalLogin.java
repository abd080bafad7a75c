package org.acmconversation.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Users of the engine's identity service: a form for people, HTTP Basic for clients. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalLogin implements LoginWay {

    private final ProblemResponses problems;

    LocalLogin(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void configureApi(HttpSecurity http) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(problems));
    }

    @Override
    public void configureWebapps(HttpSecurity http) throws Exception {
        http.formLogin(login -> login.loginPage(SecurityConfiguration.LOGIN_PAGE))
                .logout(logout -> logout.logoutSuccessHandler(
                        new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)));
    }

    @Override
    public void configurePages(HttpSecurity http) throws Exception {
        http.formLogin(login -> login.loginPage(SecurityConfiguration.LOGIN_PAGE))
                .httpBasic(Customizer.withDefaults());
    }
}
