package org.acmconversation.security;

import static org.acmconversation.security.EndpointRules.ANY;
import static org.acmconversation.security.Role.ADMINISTRATORS_ALONE;
import static org.acmconversation.security.Role.ANALYST_AND_OPERATOR;
import static org.acmconversation.security.Role.OPERATOR;
import static org.acmconversation.security.Role.PEOPLE;
import static org.acmconversation.security.Role.WORKERS;

import java.util.Set;

/** Which roles may open which web application and call its endpoints; docs/roles.md has the same table. */
class WebappEndpoints {

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/*";

    private WebappEndpoints() {}

    static void addTo(EndpointRules rules) {
        rules.allow(WORKERS, "GET", "/camunda/app/tasklist/**")
                .allow(ANALYST_AND_OPERATOR, "GET", "/camunda/app/cockpit/**")
                .allow(ADMINISTRATORS_ALONE, "GET", "/camunda/app/admin/**")
                .allow(PEOPLE, "GET", "/camunda/app/welcome/**", "/camunda/app/patches/**")
                .allow(PEOPLE, "GET", "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico")
                .allow(PEOPLE, "GET", "/camunda/api/admin/auth/user/*", "/camunda/api/engine/engine")
                .allow(PEOPLE, "GET", "/camunda/api/*/plugin/*/static/**")
                .allow(ANALYST_AND_OPERATOR, "GET POST", COCKPIT + "/process-definition/**")
                .allow(ANALYST_AND_OPERATOR, "POST", COCKPIT + "/process-instance", COCKPIT + "/process-instance/count")
                .allow(Set.of(OPERATOR), "GET POST", COCKPIT + "/**")
                // Camunda's own login has no lock, and its setup makes the first visitor an administrator.
                .deny(ANY, "/camunda/api/admin/auth/user/*/login/*", "/camunda/api/admin/setup/**")
                .allow(ADMINISTRATORS_ALONE, "GET POST", "/camunda/api/cockpit/plugin/**")
                .allow(ADMINISTRATORS_ALONE, "GET POST", "/camunda/api/tasklist/plugin/**")
                .allow(ADMINISTRATORS_ALONE, "GET POST", "/camunda/api/admin/plugin/**");
    }
}
