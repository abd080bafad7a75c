package org.acmconversation.security;

import static org.acmconversation.security.Role.ANALYST;
import static org.acmconversation.security.Role.LEAD;
import static org.acmconversation.security.Role.MANAGER;
import static org.acmconversation.security.Role.OPERATOR;
import static org.acmconversation.security.Role.PEOPLE;
import static org.acmconversation.security.Role.WORKERS;
import static org.acmconversation.security.Role.WORKERS_AND_LEADS;

import java.util.Set;

/** Which roles may open our own pages and submit their forms; docs/roles.md has the same table. */
class PageEndpoints {

    private static final Set<Role> LEADS = Set.of(LEAD);
    private static final Set<Role> MANAGERS = Set.of(MANAGER);
    private static final Set<Role> MANAGERS_AND_LEADS = Set.of(MANAGER, LEAD);

    static final EndpointRules RULES = new EndpointRules()
            .allow(PEOPLE, "GET", "/")
            .allow(PEOPLE, "GET POST", "/settings")
            .allow(MANAGERS_AND_LEADS, "GET POST", "/engagements/new", "/engagements/import")
            .allow(MANAGERS, "GET POST", "/engagements/*/profile", "/engagements/*/withdrawal")
            .allow(MANAGERS, "POST", "/engagements/*/ftop-tasks/*/retry")
            .allow(MANAGERS_AND_LEADS, "POST", "/engagements/*/tasks/*/assignee")
            .allow(WORKERS, "POST", "/engagements/*/tasks/*/claim", "/engagements/*/tasks/*/return")
            .allow(WORKERS_AND_LEADS, "POST", "/engagements/views", "/engagements/views/deletion")
            .allow(Set.of(MANAGER, LEAD, OPERATOR), "GET", "/portfolio", "/portfolio/models/*")
            .allow(WORKERS_AND_LEADS, "GET POST", "/engagements/*/comments", "/engagements/*/follow-up")
            .allow(WORKERS_AND_LEADS, "GET POST", "/engagements/*/contacts", "/engagements/*/contacts/*")
            .allow(WORKERS_AND_LEADS, "POST", "/engagements/*/contacts/*/deletion")
            .allow(WORKERS_AND_LEADS, "GET POST", "/engagements/*/conversation")
            .allow(PEOPLE, "GET POST", "/me/notifications")
            .allow(PEOPLE, "POST", "/me/notifications/choices")
            .allow(WORKERS, "GET", "/me/completed")
            .allow(WORKERS_AND_LEADS, "GET POST", "/me/calendar")
            .allow(WORKERS_AND_LEADS, "POST", "/me/calendar/deletion")
            .allow(WORKERS_AND_LEADS, "GET POST", "/me/absences", "/me/absences/*")
            .allow(WORKERS_AND_LEADS, "POST", "/me/absences/*/deletion")
            .allow(WORKERS, "POST", "/me/absences/tasks/*/takeover", "/me/absences/tasks/*/return")
            .allow(LEADS, "GET POST", "/assignments")
            .allow(WORKERS_AND_LEADS, "GET", "/tasks/due", "/tasks/*/engagement")
            .allow(WORKERS_AND_LEADS, "GET", "/engagements", "/engagements/*", "/engagements/*/models/*")
            .allow(Set.of(ANALYST, OPERATOR), "GET", "/releases", "/releases/*", "/releases/*/models/**")
            .allow(
                    Set.of(ANALYST),
                    "POST",
                    "/releases",
                    "/releases/*/deletion",
                    "/releases/*/scenarios",
                    "/releases/*/files/removal")
            .allow(Set.of(ANALYST, OPERATOR), "POST", "/releases/*/publication", "/releases/*/reversal")
            .allowWhoeverIsLoggedIn("GET", "/api-page.css", "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**");

    private PageEndpoints() {}
}
