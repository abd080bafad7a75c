package org.acmconversation.icalendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Who invites whom to an entry of a calendar.
 *
 * @param sequence counts the changes of the entry
 * @param isCanceled whether the entry does not take place
 */
public record Invitation(int sequence, boolean isCanceled, Person organizer, Person attendee) {

    /**
     * Somebody with an e-mail address.
     *
     * @param name any text
     */
    public record Person(String address, String name) {

        private static final Pattern UNQUOTABLE = Pattern.compile("[\"\\p{Cc}\\u2028\\u2029]+");

        /** The name, which cannot end its quotes. */
        String parameter() {
            return ";CN=\"%s\""
                    .formatted(UNQUOTABLE.matcher(name).replaceAll(" ").strip());
        }

        /** Only what a URI may have; the last "@" separates the domain. */
        String uri() {
            int at = address.lastIndexOf('@');
            return "mailto:" + encoded(address.substring(0, at)) + "@" + encoded(address.substring(at + 1));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
