package org.acmconversation.input;

import java.nio.charset.StandardCharsets;

/** Requests for our own pages: the login, the start page and the API's documentation. */
class PageRequests {

    private PageRequests() {}

    static Request next(SeededRandom chance) {
        String page = chance.of(
                "/",
                "/login",
                "/login/resume",
                "/assets/page.css",
                "/settings",
                "/portfolio",
                "/tasks/0/engagement",
                "/engagements/00000000-0000-0000-0000-000000000000/comments",
                "/engagements/00000000-0000-0000-0000-000000000000/contacts",
                "/engagements/00000000-0000-0000-0000-000000000000/follow-up",
                "/me/absences",
                "/me/calendar",
                "/me/notifications",
                "/me/completed",
                "/assignments",
                "/calendar/unknown.ics",
                "/engagements",
                "/engagements?status=RUNNING",
                "/engagements/new",
                "/engagements/import",
                "/engagements/views",
                "/engagements/0",
                "/engagements/00000000-0000-0000-0000-000000000000/profile",
                "/engagements/00000000-0000-0000-0000-000000000000/tasks/0/claim",
                "/favicon.ico",
                "/error",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/v3/api-docs/swagger-config",
                "/problems/invalid-request",
                "/nothing");
        String user = chance.of("manager", "engineer", null);
        String target = chance.oneIn(3)
                ? page
                : page + chance.of("", "/", "?") + chance.of("", "a=", "continue&error=") + InvalidValues.inUrl(chance);
        String method = chance.oneIn(2) ? Protocol.method(chance) : "GET";
        Request request = Request.of(user, method, target).closing();
        if (!method.equals("POST")) {
            return Protocol.without(request, chance);
        }
        String form =
                "username=" + InvalidValues.inUrl(chance) + "&password=" + InvalidValues.inUrl(chance) + "&_csrf=a";
        return Protocol.withBody(
                request, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8), chance);
    }
}
