package org.acmconversation.security;

import static org.acmconversation.security.Role.ANALYST;
import static org.acmconversation.security.Role.ENGINEER;
import static org.acmconversation.security.Role.MANAGER;
import static org.acmconversation.security.Role.OPERATOR;
import static org.acmconversation.security.Role.READY_PARTNER;

import java.util.Set;

/** Which roles may open which of our own pages, and send their forms. The table is that of docs/roles.md. */
class PageEndpoints {

    private static final Set<Role> PEOPLE = Set.of(MANAGER, ENGINEER, READY_PARTNER, ANALYST, OPERATOR);
    private static final Set<Role> WORKERS = Set.of(MANAGER, ENGINEER, READY_PARTNER);
    private static final Set<Role> MANAGERS = Set.of(MANAGER);

    static final EndpointRules RULES = new EndpointRules()
            .allow(PEOPLE, "GET", "/")
            .allow(PEOPLE, "GET POST", "/settings")
            .allow(MANAGERS, "GET POST", "/engagements/new", "/engagements/import")
            .allow(MANAGERS, "GET POST", "/engagements/*/profile", "/engagements/*/withdrawal")
            .allow(MANAGERS, "POST", "/engagements/*/ftop-tasks/*/retry", "/engagements/*/tasks/*/assignee")
            .allow(WORKERS, "POST", "/engagements/*/tasks/*/claim", "/engagements/*/tasks/*/return")
            .allow(WORKERS, "POST", "/engagements/views", "/engagements/views/deletion")
            .allow(Set.of(MANAGER, OPERATOR), "GET", "/portfolio", "/portfolio/models/*")
            .allow(WORKERS, "GET POST", "/engagements/*/comments")
            .allow(WORKERS, "GET", "/tasks/*/engagement")
            .allow(WORKERS, "GET", "/engagements", "/engagements/*", "/engagements/*/models/*")
            .allowWhoeverIsLoggedIn("GET", "/api-page.css", "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**");

    private PageEndpoints() {}
}
