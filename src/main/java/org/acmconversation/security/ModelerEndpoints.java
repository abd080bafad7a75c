package org.acmconversation.security;

import static org.acmconversation.security.Role.ANALYST;

import java.util.Set;

/** Who may use the deploy button of Camunda Modeler; docs/roles.md has the same table. */
class ModelerEndpoints {

    static final EndpointRules RULES = new EndpointRules()
            .allow(Set.of(ANALYST), "GET", "/modeler/deployment", "/modeler/version")
            .allow(Set.of(ANALYST), "POST", "/modeler/deployment/create");

    private ModelerEndpoints() {}
}
