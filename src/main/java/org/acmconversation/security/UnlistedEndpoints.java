package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Denies endpoints that no rule lists. Where there is no endpoint, whoever is logged in may be told so. */
@Component
class UnlistedEndpoints implements AuthorizationManager<RequestAuthorizationContext> {

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final RequestMappingHandlerMapping endpoints;

    UnlistedEndpoints(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.endpoints = requestMappingHandlerMapping;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return new AuthorizationDecision(trust.isAuthenticated(caller.get()) && !isEndpoint(context.getRequest()));
    }

    private boolean isEndpoint(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getServletPath());
        return endpoints.getHandlerMethods().keySet().stream()
                .anyMatch(mapping -> mapping.getPathPatternsCondition().getPatterns().stream()
                        .anyMatch(pattern -> pattern.matches(path)));
    }
}
