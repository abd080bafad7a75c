package org.acmconversation.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a calendar as iCalendar.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
public class ICalendar {

    /** Maximum length of a line in octets, without the line break. */
    private static final int MAX_LINE_LENGTH = 75;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /**
     * A calendar.
     *
     * @param now when it is written
     */
    public static String of(String name, List<CalendarEntry> entries, Instant now) {
        var calendar = new ICalendar();
        calendar.begin();
        calendar.line("X-WR-CALNAME", escaped(name));
        for (CalendarEntry entry : entries) {
            calendar.line("BEGIN", "VEVENT");
            calendar.add(entry, now);
            calendar.line("END", "VEVENT");
        }
        return calendar.end();
    }

    /**
     * Writes an invitation to an entry, or its cancellation.
     *
     * @param now when it is written
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5546">RFC 5546</a>
     */
    public static String of(Invitation invitation, CalendarEntry entry, Instant now) {
        var calendar = new ICalendar();
        calendar.begin();
        calendar.line("METHOD", invitation.isCanceled() ? "CANCEL" : "REQUEST");
        calendar.line("BEGIN", "VEVENT");
        calendar.add(entry, now);
        calendar.line("SEQUENCE", String.valueOf(invitation.sequence()));
        calendar.line("STATUS", invitation.isCanceled() ? "CANCELLED" : "CONFIRMED");
        calendar.line(
                "ORGANIZER" + invitation.organizer().parameter(),
                invitation.organizer().uri());
        calendar.line(
                "ATTENDEE" + invitation.attendee().parameter() + ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION",
                invitation.attendee().uri());
        calendar.line("END", "VEVENT");
        return calendar.end();
    }

    private void begin() {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//acmconversation.org//ACM conversation//ES");
    }

    private String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    private void add(CalendarEntry entry, Instant now) {
        line("UID", escaped(entry.uid()));
        line("DTSTAMP", UTC.format(now));
        line("DTSTART", UTC.format(entry.start()));
        line("DTEND", UTC.format(entry.end()));
        line("SUMMARY", escaped(entry.summary()));
        line("TRANSP", entry.isBusy() ? "OPAQUE" : "TRANSPARENT");
        if (entry.url() != null) {
            line("URL", entry.url());
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cc}", " ");
    }

    /** Folds the line by octets, between characters. */
    private void line(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MAX_LINE_LENGTH) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            i += character.length();
        }
        text.append("\r\n");
    }
}
