package org.acmconversation.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;

/**
 * Authentication with an OpenID Connect provider: people log in there (authorization code with PKCE), clients send an
 * access token. The provider's groups determine the roles; users without a role are rejected.
 */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcLogin implements LoginMethod {

    static final String START = "/oauth2/authorization/" + OidcClient.REGISTRATION;

    private final OidcClaims claims;
    private final ClientRegistrationRepository clients;
    private final BearerProblems problems;
    private final OidcLoginFailure loginFailure;
    private final LoginSuccessHandler successHandler;
    private final OidcUsers externalUsers;

    OidcLogin(
            OidcClaims claims,
            ClientRegistrationRepository clients,
            BearerProblems problems,
            OidcLoginFailure loginFailure,
            LoginSuccessHandler successHandler,
            OidcUsers externalUsers) {
        this.claims = claims;
        this.clients = clients;
        this.problems = problems;
        this.loginFailure = loginFailure;
        this.successHandler = successHandler;
        this.externalUsers = externalUsers;
    }

    @Override
    public void configureApi(HttpSecurity http) throws Exception {
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(this::client))
                        .authenticationEntryPoint(problems)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                // Also if the provider does not respond.
                                var failures = new AuthenticationEntryPointFailureHandler(problems);
                                failures.setRethrowAuthenticationServiceException(false);
                                filter.setAuthenticationFailureHandler(failures);
                                return filter;
                            }
                        }))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(problems));
    }

    private JwtAuthenticationToken client(Jwt token) {
        return new JwtAuthenticationToken(
                token, claims.rolesOfClient(token.getClaims()), claims.nameOfClient(token.getClaims()));
    }

    @Override
    public void configureWebapps(HttpSecurity http) throws Exception {
        http.logout(logout -> logout.logoutSuccessHandler(logoutAtProvider()));
    }

    @Override
    public void configurePages(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage(START)
                .successHandler((request, response, user) -> {
                    externalUsers.rememberLogin(user);
                    successHandler.onAuthenticationSuccess(request, response, user);
                })
                // Tokens are not used after the login; they are discarded with the session.
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .userInfoEndpoint(user -> user.oidcUserService(people()))
                .failureHandler(loginFailure)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(loginFailure);
                        return filter;
                    }
                }));
    }

    /** Uses the ID token only and does not call the provider's user info endpoint. */
    private OidcUserService people() {
        var people = new OidcUserService();
        people.setRetrieveUserInfo(request -> false);
        people.setOidcUserMapper((request, nothing) -> person(request));
        return people;
    }

    private OidcUser person(OidcUserRequest request) {
        var token = request.getIdToken();
        claims.nameOfPerson(token.getClaims());
        return new DefaultOidcUser(
                claims.rolesOfPerson(token.getClaims()),
                token,
                request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUserNameAttributeName());
    }

    /**
     * The web applications log out with a script, which cannot follow a redirect to the provider, and then show our
     * login page. That page ends the provider's session.
     */
    private LogoutSuccessHandler logoutAtProvider() {
        var logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setDefaultTargetUrl(OidcLoginPage.LOGGED_OUT);
        logout.setPostLogoutRedirectUri("{baseUrl}" + OidcLoginPage.LOGGED_OUT);
        logout.setRedirectStrategy((request, response, address) -> {
            if (UrlUtils.isAbsoluteUrl(address)) {
                request.getSession().setAttribute(OidcLoginPage.LOGOUT_AT_PROVIDER, address);
            }
            response.setStatus(HttpStatus.NO_CONTENT.value());
        });
        return (request, response, user) -> {
            try {
                logout.onLogoutSuccess(request, response, user);
            } catch (ProviderUnavailableException e) {
                // The local session has ended; the provider's logout URL is unknown.
                response.setStatus(HttpStatus.NO_CONTENT.value());
            }
        };
    }
}
