package org.acmconversation.webpage;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** The links at the top of each page. Only those that the person may open according to the filter chains are shown. */
@Component
class NavigationBar {

    /**
     * A link.
     *
     * @param name last part of its text's key
     * @param path target
     * @param isOurs whether the target is one of our own pages
     */
    public record Link(String name, String path, boolean isOurs) {}

    private static final List<Link> LINKS = List.of(
            new Link("home", "/", true),
            new Link("engagements", "/engagements", true),
            new Link("portfolio", "/portfolio", true),
            new Link("assignments", "/assignments", true),
            new Link("releases", "/releases", true),
            new Link("completed", "/me/completed", true),
            new Link("absences", "/me/absences", true),
            new Link("tasklist", "/camunda/app/tasklist/", false),
            new Link("cockpit", "/camunda/app/cockpit/", false),
            new Link("admin", "/camunda/app/admin/", false),
            new Link("api", "/swagger-ui.html", false));

    private final ObjectProvider<WebInvocationPrivilegeEvaluator> privileges;

    NavigationBar(ObjectProvider<WebInvocationPrivilegeEvaluator> privileges) {
        this.privileges = privileges;
    }

    List<Link> linksFor(Authentication user) {
        return LINKS.stream().filter(link -> mayOpen(link.path(), user)).toList();
    }

    boolean mayOpen(String path, Authentication user) {
        return may("GET", path, user);
    }

    boolean may(String method, String path, Authentication user) {
        return privileges.getObject().isAllowed("", path, method, user);
    }
}
