package org.acmconversation.security;

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
 * Which roles may call which endpoints. The first rule that fits a request decides; what no rule fits is denied.
 * Administrators may call whatever any role may.
 *
 * <p>In a pattern {@code *} is one segment of a path, and {@code **} at its end is whatever lies below, or nothing.
 */
class EndpointRules implements AuthorizationManager<RequestAuthorizationContext> {

    /** Stands for every method in a rule. */
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
     * Lets roles, and administrators, call some endpoints.
     *
     * @param methods separated by a space, or {@link #ANY}; who may read may ask for the head alone
     */
    EndpointRules allow(Set<Role> roles, String methods, String... paths) {
        return rule(isInOneOf(Stream.concat(roles.stream(), Stream.of(Role.ADMINISTRATOR))), methods, paths);
    }

    /** Lets everybody who is logged in call some endpoints, also without a role. */
    EndpointRules allowWhoeverIsLoggedIn(String methods, String... paths) {
        return rule(trust::isAuthenticated, methods, paths);
    }

    /** Lets nobody call some endpoints, not even administrators. */
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
        var request = context.getRequest();
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return new AuthorizationDecision(allow(caller.get(), request.getMethod(), path));
    }

    /** Whether the first rule that fits allows it. */
    boolean allow(Authentication caller, String method, String path) {
        return rules.stream()
                .filter(rule -> rule.fits(method, path))
                .findFirst()
                .filter(rule -> rule.callers().test(caller))
                .isPresent();
    }

    /** Whether a rule fits. */
    boolean list(String method, String path) {
        return rules.stream().anyMatch(rule -> rule.fits(method, path));
    }

    /** Whether a rule fits for some method. */
    boolean list(String path) {
        return rules.stream().anyMatch(rule -> rule.fits(path));
    }

    /** Whether a rule allows it for some method. */
    boolean allowSomething(Authentication caller, String path) {
        return rules.stream().anyMatch(rule -> rule.fits(path) && rule.callers().test(caller));
    }

    /** Whoever may read may ask for the head alone. */
    static String asRead(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
