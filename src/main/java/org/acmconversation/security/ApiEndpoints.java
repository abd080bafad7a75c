package org.acmconversation.security;

import static org.acmconversation.security.Role.ADMINISTRATORS_ALONE;
import static org.acmconversation.security.Role.ANALYST;
import static org.acmconversation.security.Role.ANALYST_AND_OPERATOR;
import static org.acmconversation.security.Role.ENGINEER;
import static org.acmconversation.security.Role.LEAD;
import static org.acmconversation.security.Role.MANAGER;
import static org.acmconversation.security.Role.OPERATOR;
import static org.acmconversation.security.Role.READY_PARTNER;
import static org.acmconversation.security.Role.SERVICE_ACCOUNT;
import static org.acmconversation.security.Role.WORKERS;
import static org.acmconversation.security.Role.WORKERS_AND_LEADS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which roles may call which endpoints of our own API; docs/roles.md has the same table. An endpoint without a rule for
 * its method is denied. Requests for a missing endpoint get 404 or 405 if the caller may use the path with any method.
 */
@Component
class ApiEndpoints implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<Role> READERS = Set.of(MANAGER, LEAD, ENGINEER, READY_PARTNER, SERVICE_ACCOUNT);
    private static final Set<Role> STARTERS = Set.of(MANAGER, LEAD, SERVICE_ACCOUNT);
    private static final Set<Role> LEADS = Set.of(LEAD);
    private static final Set<Role> CHANGERS = Set.of(MANAGER);
    private static final Set<Role> OVERSEERS = Set.of(MANAGER, LEAD, OPERATOR);
    private static final Set<Role> OPERATORS = Set.of(OPERATOR);
    private static final Set<Role> ANALYSTS = Set.of(ANALYST);

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final RequestMappingHandlerMapping endpoints;
    private final EndpointRules rules = new EndpointRules()
            .allow(READERS, "GET", "/api/engagements", "/api/engagements.csv", "/api/engagements.xlsx")
            .allow(READERS, "GET", "/api/engagements/*")
            .allow(READERS, "GET", "/api/engagements/*/ftop-tasks", "/api/engagements/*/timeline")
            .allow(READERS, "GET", "/api/engagements/*/answers", "/api/engagements/*/comments")
            .allow(
                    READERS,
                    "GET",
                    "/api/engagements/*/notes",
                    "/api/engagements/*/contacts",
                    "/api/engagements/*/contacts/*")
            .allow(WORKERS_AND_LEADS, "POST", "/api/engagements/*/contacts", "/api/engagements/*/conversation")
            .allow(WORKERS_AND_LEADS, "PATCH DELETE", "/api/engagements/*/contacts/*")
            .allow(WORKERS_AND_LEADS, "PUT", "/api/engagements/*/next-action")
            .allow(WORKERS_AND_LEADS, "POST", "/api/engagements/*/notes")
            .allow(WORKERS, "GET", "/api/me/completed", "/api/me/next", "/api/me/substitution", "/api/tasks/*/next")
            .allow(WORKERS, "PUT DELETE", "/api/tasks/*/substitution")
            .allow(WORKERS, "GET PUT DELETE", "/api/tasks/*/draft")
            .allow(WORKERS_AND_LEADS, "POST", "/api/tasks/*/comments")
            .allow(Set.of(MANAGER, LEAD), "GET", "/api/tasks/*/receivers")
            .allow(LEADS, "POST", "/api/tasks/assignments")
            .allow(STARTERS, "POST", "/api/engagements", "/api/engagements/import", "/api/engagements/preview")
            .allow(CHANGERS, "PATCH", "/api/engagements/*")
            .allow(CHANGERS, "POST", "/api/engagements/*/withdrawal", "/api/engagements/*/ftop-tasks/*/retry")
            .allow(OVERSEERS, "GET", "/api/ftop-reconciliation", "/api/engagements-without-process")
            .allow(OVERSEERS, "GET", "/api/portfolio")
            .allow(OPERATORS, "POST", "/api/portfolio/rebuild")
            .allow(OPERATORS, "POST", "/api/ftop-reconciliation/acknowledgements")
            .allow(OPERATORS, "GET", "/api/retention")
            .allow(OPERATORS, "POST", "/api/retention/runs")
            .allow(WORKERS_AND_LEADS, "GET POST DELETE", "/api/me/calendar")
            .allow(WORKERS_AND_LEADS, "GET POST", "/api/absences")
            .allow(WORKERS_AND_LEADS, "GET PATCH DELETE", "/api/absences/*")
            .allow(WORKERS_AND_LEADS, "GET", "/api/views")
            .allow(WORKERS_AND_LEADS, "GET PUT DELETE", "/api/views/*")
            .allow(ANALYSTS, "POST", "/api/releases", "/api/releases/*/scenarios")
            .allow(ANALYST_AND_OPERATOR, "GET", "/api/releases", "/api/releases/*", "/api/releases/*/files.zip")
            .allow(ANALYST_AND_OPERATOR, "GET", "/api/releases/*/files/**")
            .allow(ANALYSTS, "PUT DELETE", "/api/releases/*/files/**")
            .allow(ANALYSTS, "DELETE", "/api/releases/*")
            .allow(ANALYST_AND_OPERATOR, "POST", "/api/releases/*/publication", "/api/releases/*/reversal")
            .allow(ADMINISTRATORS_ALONE, "GET", "/api/holidays/*")
            .allow(ADMINISTRATORS_ALONE, "GET PUT DELETE", "/api/holidays/*/*")
            .allow(ADMINISTRATORS_ALONE, "GET", "/api/audit", "/api/personal-data", "/api/engagements/*/personal-data")
            .allow(ADMINISTRATORS_ALONE, "GET POST DELETE", "/api/engagements/*/erasure")
            .allow(ADMINISTRATORS_ALONE, "GET PUT DELETE", "/api/engagements/*/legal-hold")
            .allow(OPERATORS, "GET", "/api/webhook/dead-letters")
            .allow(OPERATORS, "POST", "/api/webhook/dead-letters/replay", "/api/webhook/dead-letters/*/replay")
            .allow(ADMINISTRATORS_ALONE, "DELETE", "/api/webhook/dead-letters/*")
            .allow(OPERATORS, "GET", "/api/mail/dead-letters")
            .allow(OPERATORS, "POST", "/api/mail/dead-letters/replay", "/api/mail/dead-letters/*/replay")
            .allow(ADMINISTRATORS_ALONE, "DELETE", "/api/mail/dead-letters/*")
            .allowWhoeverIsLoggedIn("GET", "/api/ftop-catalog")
            .allowWhoeverIsLoggedIn("GET PUT", "/api/me", "/api/me/notifications");

    ApiEndpoints(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.endpoints = requestMappingHandlerMapping;
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract until Spring Security 7.
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isAllowed(caller.get(), request.getMethod(), request.getServletPath()));
    }

    private boolean isAllowed(Authentication caller, String method, String path) {
        if (rules.list(method, path)) {
            return rules.allow(caller, method, path);
        }
        return trust.isAuthenticated(caller)
                && !isEndpoint(method, path)
                && (!rules.list(path) || rules.allowSomething(caller, path));
    }

    private boolean isEndpoint(String method, String path) {
        var requested = PathContainer.parsePath(path);
        return endpoints.getHandlerMethods().keySet().stream()
                .filter(mapping -> answers(mapping, EndpointRules.asRead(method)))
                .anyMatch(mapping -> mapping.getPathPatternsCondition().getPatterns().stream()
                        .anyMatch(pattern -> pattern.matches(requested)));
    }

    private static boolean answers(RequestMappingInfo mapping, String method) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                || methods.stream().anyMatch(answered -> answered.name().equals(method));
    }
}
