package org.acmconversation.security;

import static org.acmconversation.security.EndpointRules.ANY;
import static org.acmconversation.security.Role.ADMINISTRATORS_ALONE;
import static org.acmconversation.security.Role.ANALYST_AND_OPERATOR;
import static org.acmconversation.security.Role.ENGINEER;
import static org.acmconversation.security.Role.LEAD;
import static org.acmconversation.security.Role.MANAGER;
import static org.acmconversation.security.Role.OPERATOR;
import static org.acmconversation.security.Role.PEOPLE;
import static org.acmconversation.security.Role.READY_PARTNER;
import static org.acmconversation.security.Role.WORKERS;

import java.util.Arrays;
import java.util.Set;

/**
 * Which roles may call which endpoints of the engine's REST API, both at {@code /engine-rest} and within the web
 * applications. The engine then also checks its own authorizations. docs/roles.md has the same table.
 *
 * @see <a href="https://docs.camunda.org/rest/camunda-bpm-platform/7.24/">Camunda REST API</a>
 */
class EngineEndpoints {

    private static final Set<Role> WORKERS_AND_OPERATOR = Set.of(MANAGER, ENGINEER, READY_PARTNER, OPERATOR);
    private static final Set<Role> WORKERS_AND_LEAD = Set.of(MANAGER, ENGINEER, READY_PARTNER, LEAD);
    private static final Set<Role> READERS_OF_TASKS = Set.of(MANAGER, ENGINEER, READY_PARTNER, LEAD, OPERATOR);

    private final EndpointRules rules;
    private final String[] roots;

    private EngineEndpoints(EndpointRules rules, String... roots) {
        this.rules = rules;
        this.roots = roots;
    }

    /**
     * Adds the rules.
     *
     * @param areUsersOurs whether the engine has the users' accounts, and not a provider
     * @param roots base paths of the engine's API
     */
    static void addTo(EndpointRules rules, boolean areUsersOurs, String... roots) {
        var engine = new EngineEndpoints(rules, roots);
        engine.closed(areUsersOurs);
        engine.tasks();
        engine.people(areUsersOurs);
        engine.models();
        engine.operation();
        engine.administration();
    }

    private void closed(boolean areUsersOurs) {
        deny(ANY, "/telemetry/**", "/optimize/**", "/case-instance/**", "/case-execution/**");
        deny(ANY, "/history/case-instance/**", "/history/case-activity-instance/**", "/history/case-definition/**");
        deny("POST", "/identity/verify");
        if (!areUsersOurs) {
            deny("PUT DELETE", "/user/**", "/group/**", "/tenant/**");
            deny("POST", "/user/create", "/user/*/unlock", "/group/create", "/tenant/create");
        }
    }

    private void tasks() {
        // Cockpit's start page counts tasks; analysts see none.
        allow(PEOPLE, "GET", "/task/count");
        allow(READERS_OF_TASKS, "GET POST", "/task", "/task/count");
        allow(WORKERS_AND_LEAD, "GET", "/task/*");
        allow(WORKERS, "GET", "/task/*/form", "/task/*/deployed-form", "/task/*/rendered-form");
        allow(WORKERS, "GET", "/task/*/form-variables", "/task/*/variables/**", "/task/*/localVariables/**");
        allow(WORKERS, "GET", "/task/*/comment/**", "/task/*/attachment/**");
        allow(READERS_OF_TASKS, "GET", "/task/*/identity-links");
        allow(WORKERS, "POST", "/task/*/claim", "/task/*/unclaim", "/task/*/complete", "/task/*/submit-form");
        allow(WORKERS, "POST", "/task/*/resolve", "/task/*/comment/create");
        allow(Set.of(MANAGER), "PUT", "/task/*");
        allow(Set.of(MANAGER), "POST", "/task/*/assignee");
        allow(WORKERS, "GET OPTIONS", "/filter", "/filter/*");
        allow(WORKERS, "GET", "/filter/count");
        allow(WORKERS, "GET POST", "/filter/*/list", "/filter/*/count", "/filter/*/singleResult");
        allow(WORKERS_AND_OPERATOR, "GET", "/history/user-operation/**");
    }

    private void people(boolean areUsersOurs) {
        allow(PEOPLE, "GET", "/engine", "/user", "/user/count", "/user/*/profile", "/group/*");
        allow(PEOPLE, "GET POST", "/group", "/group/count", "/identity/password-policy");
        allow(PEOPLE, "GET", "/identity/groups", "/authorization/check");
        if (areUsersOurs) {
            allow(PEOPLE, "PUT", "/user/*/profile", "/user/*/credentials");
        }
    }

    private void models() {
        allow(ADMINISTRATORS_ALONE, "GET", "/deployment/registered");
        allow(PEOPLE, "GET", "/process-definition", "/process-definition/count", "/process-definition/*");
        allow(PEOPLE, "GET", "/process-definition/*/xml", "/process-definition/*/diagram");
        allow(ANALYST_AND_OPERATOR, "GET", "/process-definition/**", "/decision-definition/**");
        allow(ANALYST_AND_OPERATOR, "GET", "/decision-requirements-definition/**", "/deployment/**");
        // Analysts publish releases instead.
        allow(ADMINISTRATORS_ALONE, "POST", "/deployment/create", "/deployment/*/redeploy");
        // Cockpit reads these for its pages about models; analysts see no instances.
        allow(ANALYST_AND_OPERATOR, "GET", "/case-definition/count", "/job-definition", "/job-definition/count");
        allow(ANALYST_AND_OPERATOR, "GET", "/history/decision-instance", "/history/decision-instance/count");
        allow(ANALYST_AND_OPERATOR, "POST", "/process-instance/count");
    }

    private void operation() {
        Set<Role> operator = Set.of(OPERATOR);
        // Comments may contain personal and customer data.
        allow(ADMINISTRATORS_ALONE, "GET", "/process-instance/*/comment");
        allow(operator, "GET", "/process-instance/**", "/execution/**", "/variable-instance/**", "/incident/**");
        allow(operator, "GET", "/job/**", "/job-definition/**", "/external-task/**", "/event-subscription/**");
        allow(operator, "GET", "/batch/**", "/history/batch/**", "/metrics/**", "/version");
        allow(operator, "POST", "/process-instance", "/execution", "/execution/count", "/variable-instance");
        allow(operator, "POST", "/variable-instance/count", "/job", "/job/count", "/job-definition");
        allow(operator, "POST", "/job-definition/count", "/external-task", "/external-task/count");
        allow(operator, "POST", "/job/*/execute", "/history/task/count");
        allow(operator, "PUT", "/job/*/retries", "/job-definition/*/retries");
        allow(operator, "PUT DELETE", "/incident/*/annotation");
    }

    private void administration() {
        allow(ADMINISTRATORS_ALONE, ANY, "/authorization/**", "/batch/**", "/condition/**", "/decision-definition/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/decision-requirements-definition/**", "/deployment/**", "/engine");
        allow(ADMINISTRATORS_ALONE, ANY, "/event-subscription/**", "/execution/**", "/external-task/**", "/filter/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/group/**", "/history/**", "/identity/**", "/incident/**", "/job/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/job-definition/**", "/message/**", "/metrics/**", "/migration/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/modification/**", "/process-definition/**", "/process-instance/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/schema/**", "/signal/**", "/task/**", "/tenant/**", "/user/**");
        allow(ADMINISTRATORS_ALONE, ANY, "/variable-instance/**", "/version");
    }

    private void allow(Set<Role> roles, String methods, String... paths) {
        rules.allow(roles, methods, belowRoots(paths));
    }

    private void deny(String methods, String... paths) {
        rules.deny(methods, belowRoots(paths));
    }

    private String[] belowRoots(String... paths) {
        return Arrays.stream(roots)
                .flatMap(root -> Arrays.stream(paths).map(path -> root + path))
                .toArray(String[]::new);
    }
}
