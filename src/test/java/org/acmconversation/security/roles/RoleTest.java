package org.acmconversation.security.roles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The running application with an account for each role, its endpoints, and the tables of docs/roles.md. */
@Tag("context")
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
abstract class RoleTest {

    static final String[] EVERYBODY = {"crm", "partner", "engineer", "manager", "lead", "analyst", "operator", "admin"};

    private static final String WORKERS = "partner engineer manager";

    @LocalServerPort
    int port;

    private final Map<String, Caller> callers = new LinkedHashMap<>();

    static RoleTable ofTheEngine() {
        return RoleTable.below(
                "In the engine's REST API", "partner engineer", "manager", "lead", "analyst", "operator", "admin");
    }

    static RoleTable ofTheWebApplications() {
        return RoleTable.below("In the web applications", WORKERS, "lead", "analyst", "operator", "admin");
    }

    static SortedSet<Endpoint> endpointsOfTheEngine() {
        SortedSet<Endpoint> endpoints = JaxRsEndpoints.of("", CamundaRestResources.getResourceClasses());
        endpoints.removeIf(endpoint -> endpoint.path().startsWith("/engine/"));
        return endpoints;
    }

    static SortedSet<Endpoint> endpointsOfTheWebApplications() {
        SortedSet<Endpoint> endpoints = new TreeSet<>();
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/admin", new AdminApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        endpoints.addAll(JaxRsEndpoints.of("/camunda/api/welcome", new WelcomeApplication().getClasses()));
        return endpoints;
    }

    Caller caller(String account) {
        return callers.computeIfAbsent(String.valueOf(account), name -> new Caller(port, account));
    }
}
