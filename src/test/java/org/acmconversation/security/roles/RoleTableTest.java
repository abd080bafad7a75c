package org.acmconversation.security.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.acmconversation.webpage.Page;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Compares the tables of docs/roles.md with the access of every role to every endpoint, over HTTP. */
class RoleTableTest extends RoleTest {

    @Autowired
    RequestMappingHandlerMapping controllers;

    @Test
    void apiMatchesTheTable() {
        RoleTable table = RoleTable.below(
                "Over `/api`", "crm", "partner engineer", "manager", "lead", "analyst", "operator", "admin");
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
        assertMatches(table, "", endpoints);
    }

    @Test
    void modelerDeploymentMatchesTheTable() {
        RoleTable table = RoleTable.below(
                "Over `/modeler`", "crm", "partner engineer", "manager", "lead", "analyst", "operator", "admin");
        SortedSet<Endpoint> endpoints = new TreeSet<>();
        controllers
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/modeler"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> endpoints.add(Endpoint.of(method.name(), path)))));

        assertThat(endpoints).hasSize(3);
        assertMatches(table, "", endpoints);
    }

    @Test
    void pagesMatchTheTable() {
        RoleTable table = RoleTable.below(
                "Over our own pages", "crm", "partner engineer", "manager", "lead", "analyst", "operator", "admin");
        SortedSet<Endpoint> endpoints = new TreeSet<>();
        controllers.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().isAnnotationPresent(Page.class)) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> endpoints.add(Endpoint.of(verb.name(), path))));
            }
        });

        assertThat(endpoints).hasSizeGreaterThan(8);
        assertMatches(table, "", endpoints);
    }

    @Test
    void engineRestMatchesTheTable() {
        SortedSet<Endpoint> endpoints = endpointsOfTheEngine();

        assertThat(endpoints).hasSizeGreaterThan(300);
        assertMatches(ofTheEngine(), "/engine-rest", endpoints);
    }

    @Test
    void engineRestOfTheWebApplicationsMatchesTheTable() {
        SortedSet<Endpoint> endpoints = JaxRsEndpoints.of("", CamundaRestResources.getResourceClasses());
        endpoints.removeIf(endpoint ->
                endpoint.path().startsWith("/engine") || endpoint.path().equals("/"));

        assertMatches(ofTheEngine(), "/camunda/api/engine/engine/default", endpoints);
    }

    @Test
    void webApplicationsMatchTheTable() {
        RoleTable table = ofTheWebApplications();
        SortedSet<Endpoint> endpoints = endpointsOfTheWebApplications();
        // Handled before authentication: the setup is blocked, and a logout succeeds.
        endpoints.removeIf(endpoint -> endpoint.path().startsWith("/camunda/api/admin/setup")
                || endpoint.path().endsWith("/logout"));
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            endpoints.add(new Endpoint("GET", "/camunda/app/" + app + "/default/"));
        }
        endpoints.add(new Endpoint("GET", "/camunda/app/patches/load.js"));
        endpoints.add(new Endpoint("GET", "/camunda/lib/deps.js"));
        endpoints.add(new Endpoint("GET", "/camunda/api/engine/engine"));

        assertMatches(table, "", endpoints);
    }

    /** Compares each endpoint with the table, and each row of the table with the endpoints. */
    private void assertMatches(RoleTable table, String root, SortedSet<Endpoint> endpoints) {
        List<String> differences = new ArrayList<>();
        List<RoleTable.Row> unused = new ArrayList<>(table.rows());
        for (Endpoint endpoint : endpoints) {
            var row = table.rowFor(endpoint.method(), endpoint.path().replaceAll("(?<=.)/$", ""));
            if (row.isEmpty()) {
                differences.add(endpoint + " is in no row of docs/roles.md");
                continue;
            }
            unused.remove(row.get());
            var target = new Endpoint(endpoint.method(), root + endpoint.path());
            if (!caller(null).isDenied(target)) {
                differences.add(target + " is open to everybody");
            }
            // A filter of the web applications allows only GET for static files of plug-ins.
            if (endpoint.method().equals("GET") && !endpoint.path().contains("/static/")) {
                for (String account : List.of("analyst", "admin")) {
                    int read = caller(account).status(target);
                    int head = caller(account).status(new Endpoint("HEAD", target.path()));
                    if (read != head) {
                        differences.add(
                                "%s answers %s with %d, and its HEAD with %d".formatted(target, account, read, head));
                    }
                }
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
}
