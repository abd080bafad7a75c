package org.acmconversation.security.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The tables of docs/security.md, held against every endpoint and every role, over HTTP. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:roles;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.org.camunda=off",
            "logging.level.org.acmconversation=off",
            "logging.level.org.springframework=error"
        })
@ActiveProfiles("local")
class RoleTableTest {

    private static final String WORKERS = "partner engineer manager";
    private static final String[] EVERYBODY = {"crm", "partner", "engineer", "manager", "analyst", "operator", "admin"};

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping controllers;

    private final Map<String, Caller> callers = new LinkedHashMap<>();

    @Test
    void theApi() {
        RoleTable table =
                RoleTable.below("Over `/api`", "crm", "partner engineer", "manager", "analyst", "operator", "admin");
        SortedSet<Endpoint> endpoints = new TreeSet<>();
        controllers
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.add(Endpoint.of(method.name(), path)))));

        assertThat(endpoints).hasSizeGreaterThan(8);
        hold(table, "", endpoints);
    }

    @Test
    void theEnginesRestApi() {
        SortedSet<Endpoint> endpoints = JaxRsEndpoints.of("", CamundaRestResources.getResourceClasses());
        endpoints.removeIf(endpoint -> endpoint.path().startsWith("/engine/"));

        assertThat(endpoints).hasSizeGreaterThan(300);
        hold(ofTheEngine(), "/engine-rest", endpoints);
    }

    @Test
    void theEnginesRestApiAsTheWebApplicationsHaveIt() {
        SortedSet<Endpoint> endpoints = JaxRsEndpoints.of("", CamundaRestResources.getResourceClasses());
        endpoints.removeIf(endpoint ->
                endpoint.path().startsWith("/engine") || endpoint.path().equals("/"));

        hold(ofTheEngine(), "/camunda/api/engine/engine/default", endpoints);
    }

    private static RoleTable ofTheEngine() {
        return RoleTable.below("In the engine's REST API", WORKERS, "analyst", "operator", "admin");
    }

    @Test
    void theWebApplications() {
        RoleTable table = RoleTable.below("In the web applications", WORKERS, "analyst", "operator", "admin");
        SortedSet<Endpoint> endpoints = new TreeSet<>();
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/admin", new AdminApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/welcome", new WelcomeApplication().getClasses()));
        // Gone before anybody is asked who they are, and answered as a logout.
        endpoints.removeIf(endpoint -> endpoint.path().startsWith("/camunda/api/admin/setup")
                || endpoint.path().endsWith("/logout"));
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            endpoints.add(new Endpoint("GET", "/camunda/app/" + app + "/default/"));
        }
        endpoints.add(new Endpoint("GET", "/camunda/app/one-login/one-login.js"));
        endpoints.add(new Endpoint("GET", "/camunda/lib/deps.js"));
        endpoints.add(new Endpoint("GET", "/camunda/api/engine/engine"));

        hold(table, "", endpoints);
    }

    /** Holds each endpoint against the table, and each row of the table against the endpoints. */
    private void hold(RoleTable table, String root, SortedSet<Endpoint> endpoints) {
        List<String> differences = new ArrayList<>();
        List<RoleTable.Row> unused = new ArrayList<>(table.rows());
        for (Endpoint endpoint : endpoints) {
            var row = table.rowFor(endpoint.method(), endpoint.path().replaceAll("(?<=.)/$", ""));
            if (row.isEmpty()) {
                differences.add(endpoint + " is in no row of docs/security.md");
                continue;
            }
            unused.remove(row.get());
            var target = new Endpoint(endpoint.method(), root + endpoint.path());
            if (!caller(null).isDenied(target)) {
                differences.add(target + " is open to everybody");
            }
            for (String account : EVERYBODY) {
                boolean isAllowed = !caller(account).isDenied(target);
                if (isAllowed != row.get().accounts().contains(account)) {
                    differences.add("%s is %s %s".formatted(target, isAllowed ? "open to" : "closed to", account));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(unused).as("rows that no endpoint fits").isEmpty();
    }

    private Caller caller(String account) {
        return callers.computeIfAbsent(String.valueOf(account), name -> new Caller(port, account));
    }
}
