package org.acmconversation.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(Set<String> methods, Pattern path, Set<String> groups) {

        boolean fits(String method, String requested) {
            return (methods.contains(ANY) || methods.contains(method))
                    && path.matcher(requested).matches();
        }
    }

    /**
     * Lets roles, and administrators, call some endpoints.
     *
     * @param methods separated by a space, or {@link #ANY}; who may read may ask for the head alone
     */
    EndpointRules allow(Set<Role> roles, String methods, String... paths) {
        return rule(Stream.concat(roles.stream(), Stream.of(Role.ADMINISTRATOR)), methods, paths);
    }

    /** Lets nobody call some endpoints, not even administrators. */
    EndpointRules deny(String methods, String... paths) {
        return rule(Stream.empty(), methods, paths);
    }

    private EndpointRules rule(Stream<Role> roles, String methods, String... paths) {
        Set<String> groups = roles.map(Role::group).collect(Collectors.toSet());
        for (String path : paths) {
            rules.add(new Rule(Set.of(methods.split(" ")), pattern(path), groups));
        }
        return this;
    }

    private static Pattern pattern(String path) {
        String below = path.endsWith("/**") ? "(/.*)?" : "";
        String stem = below.isEmpty() ? path : path.substring(0, path.length() - 3);
        return Pattern.compile(
                Arrays.stream(stem.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")) + below);
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        var request = context.getRequest();
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return new AuthorizationDecision(isAllowed(caller.get(), request.getMethod(), path));
    }

    private boolean isAllowed(Authentication caller, String method, String path) {
        String read = method.equals("HEAD") ? "GET" : method;
        String requested = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return rules.stream()
                .filter(rule -> rule.fits(read, requested))
                .findFirst()
                .filter(rule -> caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(rule.groups()::contains))
                .isPresent();
    }
}
