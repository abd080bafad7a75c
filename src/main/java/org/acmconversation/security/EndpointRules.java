package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which roles may call which endpoints. The first matching rule decides; a request that no rule matches is denied.
 * Administrators may call everything that any role may call.
 *
 * <p>In a pattern, {@code *} is one path segment; a trailing {@code **} is any number of segments.
 */
class EndpointRules implements AuthorizationManager<RequestAuthorizationContext> {

    /** Matches every method. */
    static final String ANY = "*";

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Set<String> methods, Pattern path, Predicate<Authentication> callers) {

        boolean fits(String method, String requested) {
            return (methods.contains(ANY) || methods.contains(asRead(method))) && fits(requested);
        }

        boolean fits(String requested) {
            return path.matcher(withoutSlash(requested)).matches();
        }
    }

    /**
     * Allows endpoints for roles and administrators.
     *
     * @param methods separated by spaces, or {@link #ANY}; GET includes HEAD
     */
    EndpointRules allow(Set<Role> roles, String methods, String... paths) {
        return rule(isInOneOf(Stream.concat(roles.stream(), Stream.of(Role.ADMINISTRATOR))), methods, paths);
    }

    /** Allows endpoints for every authenticated user, even without a role. */
    EndpointRules allowWhoeverIsLoggedIn(String methods, String... paths) {
        return rule(trust::isAuthenticated, methods, paths);
    }

    /** Denies endpoints for everybody, even administrators. */
    EndpointRules deny(String methods, String... paths) {
        return rule(caller -> false, methods, paths);
    }

    private EndpointRules rule(Predicate<Authentication> callers, String methods, String... paths) {
        for (String path : paths) {
            rules.add(new Rule(Set.of(methods.split(" ")), pattern(path), callers));
        }
        return this;
    }

    private static Predicate<Authentication> isInOneOf(Stream<Role> roles) {
        Set<String> groups = roles.map(Role::group).collect(Collectors.toSet());
        return caller -> caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(groups::contains);
    }

    private static Pattern pattern(String path) {
        String below = path.endsWith("/**") ? "(/.*)?" : "";
        String stem = below.isEmpty() ? path : path.substring(0, path.length() - 3);
        return Pattern.compile(
                Arrays.stream(stem.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")) + below);
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract until Spring Security 7.
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(allow(caller.get(), request.getMethod(), path(request)));
    }

    /** The path that the rules are about; a servlet has one, too. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Whether the first matching rule allows the request. */
    boolean allow(Authentication caller, String method, String path) {
        return rules.stream()
                .filter(rule -> rule.fits(method, path))
                .findFirst()
                .filter(rule -> rule.callers().test(caller))
                .isPresent();
    }

    /** Whether a rule matches. */
    boolean list(String method, String path) {
        return rules.stream().anyMatch(rule -> rule.fits(method, path));
    }

    /** Whether a rule matches with any method. */
    boolean list(String path) {
        return rules.stream().anyMatch(rule -> rule.fits(path));
    }

    /** Whether a rule allows the path with any method. */
    boolean allowSomething(Authentication caller, String path) {
        return rules.stream().anyMatch(rule -> rule.fits(path) && rule.callers().test(caller));
    }

    /** GET includes HEAD. */
    static String asRead(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
