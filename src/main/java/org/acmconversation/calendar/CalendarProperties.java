package org.acmconversation.calendar;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The default working days of engagements.
 *
 * @param country ISO 3166-1 alpha-2, optionally with a region: {@code MX}, {@code ES-MD}
 * @param timeZone IANA time zone
 * @param close when a working day ends
 */
@ConfigurationProperties("acm.calendar")
record CalendarProperties(
        @DefaultValue("ES") String country,
        @DefaultValue("Europe/Madrid") String timeZone,
        @DefaultValue("18:00") LocalTime close) {

    CalendarProperties {
        if (!PublicHolidays.isKnown(country)) {
            throw new IllegalArgumentException(
                    "acm.calendar.country is %s: use a country such as MX, or a region such as ES-MD"
                            .formatted(country));
        }
        if (!TimeZones.isKnown(timeZone)) {
            throw new IllegalArgumentException(
                    "acm.calendar.time-zone is %s: use a time zone such as Europe/Madrid".formatted(timeZone));
        }
    }
}
