package org.acmconversation.webpage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The model attributes of the layout: the person, their navigation, and the format of their times. */
@ControllerAdvice(annotations = Page.class)
class PageLayout {

    /** The model attribute that tells a form's handler to show the form again, and to do nothing else. */
    static final String RESUMED = "resumed";

    private final NavigationBar navigation;
    private final ReaderTimeZone zones;
    private final MessageSource messages;
    private final UnreadNotifications unread;
    private final PeopleNames names;
    private final Clock clock;

    PageLayout(
            NavigationBar navigation,
            ReaderTimeZone zones,
            MessageSource messages,
            UnreadNotifications unread,
            PeopleNames names,
            Clock clock) {
        this.navigation = navigation;
        this.zones = zones;
        this.messages = messages;
        this.unread = unread;
        this.names = names;
        this.clock = clock;
    }

    @ModelAttribute("links")
    List<NavigationBar.Link> links(Authentication user) {
        return navigation.linksFor(user);
    }

    @ModelAttribute("person")
    String person(Authentication user) {
        return user.getName();
    }

    @ModelAttribute("names")
    PeopleNames names() {
        return names;
    }

    /** The number of the person's unread notifications. */
    @ModelAttribute("unread")
    int unread(Authentication user) {
        return unread.count(user.getName());
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** Whether a form is shown again after its session has expired. */
    @ModelAttribute(RESUMED)
    boolean resumed(HttpServletRequest request) {
        return request.getAttribute(ResumedForm.ATTRIBUTE) != null;
    }

    @ModelAttribute("rights")
    PagePermissions rights(Authentication user) {
        return new PagePermissions(navigation, user);
    }

    @ModelAttribute("moments")
    TimeFormats moments(Locale locale, HttpServletRequest request) {
        return new TimeFormats(messages, locale, zones.of(request), clock.instant());
    }
}
