package org.acmconversation.webpage;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.webpage.PersonalSettings.Choice;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The time zone in which a person reads: the one that the person has chosen, else the browser's, else that of the
 * settings. A list on a page and its exports use the same one.
 */
@Component
public class ReaderTimeZone {

    /** Written by {@code zone.js}. */
    private static final String COOKIE = "ACM-TIME-ZONE";

    private final PersonalLocaleResolver personal;
    private final WorkingCalendars calendars;

    ReaderTimeZone(PersonalLocaleResolver personal, WorkingCalendars calendars) {
        this.personal = personal;
        this.calendars = calendars;
    }

    /** Returns the time zone of the person who sent a request. */
    public ZoneId of(HttpServletRequest request) {
        return personal.choice(request).map(Choice::zone).orElseGet(() -> ofBrowser(request));
    }

    private ZoneId ofBrowser(HttpServletRequest request) {
        Cookie browsers = WebUtils.getCookie(request, COOKIE);
        boolean isKnown = browsers != null && TimeZones.isKnown(browsers.getValue());
        return ZoneId.of(isKnown ? browsers.getValue() : calendars.defaultTimeZone());
    }
}
