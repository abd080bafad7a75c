package org.acmconversation.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.page.PersonalSettings.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The model attributes of the layout: the person, their navigation, and the format of their times. */
@ControllerAdvice(annotations = Page.class)
class PageLayout {

    /** The model attribute that tells a form's handler to show the form again, and to do nothing else. */
    static final String RESUMED = "resumed";

    /** Written by {@code zone.js}. */
    private static final String ZONE = "ACM-TIME-ZONE";

    private final NavigationBar navigation;
    private final PersonalLocaleResolver personal;
    private final MessageSource messages;
    private final UnreadNotifications unread;
    private final WorkingCalendars calendars;
    private final PeopleNames names;
    private final Clock clock;

    PageLayout(
            NavigationBar navigation,
            PersonalLocaleResolver personal,
            MessageSource messages,
            UnreadNotifications unread,
            WorkingCalendars calendars,
            PeopleNames names,
            Clock clock) {
        this.navigation = navigation;
        this.personal = personal;
        this.messages = messages;
        this.unread = unread;
        this.calendars = calendars;
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
    TimeFormats moments(
            Locale locale,
            HttpServletRequest request,
            @CookieValue(name = ZONE, required = false) @Nullable String browsers) {
        ZoneId zone = personal.choice(request).map(Choice::zone).orElseGet(() -> zone(browsers));
        return new TimeFormats(messages, locale, zone, clock.instant());
    }

    /** The browser's time zone, or that of the settings for browsers without scripts. */
    private ZoneId zone(@Nullable String browsers) {
        boolean isKnown = browsers != null && TimeZones.isKnown(browsers);
        return ZoneId.of(isKnown ? browsers : calendars.defaultTimeZone());
    }
}
