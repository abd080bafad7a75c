package org.acmconversation.icalendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An invitation to a calendar entry: organizer and attendee.
 *
 * @param sequence counts the changes of the entry
 * @param isCanceled whether the entry is canceled
 */
public record Invitation(int sequence, boolean isCanceled, Person organizer, Person attendee) {

    /**
     * A person with an email address.
     *
     * @param name any text
     */
    public record Person(String address, String name) {

        private static final Pattern UNQUOTABLE = Pattern.compile("[\"\\p{Cc}\\u2028\\u2029]+");

        /** The name as a quoted parameter, without characters that would end the quotes. */
        String parameter() {
            return ";CN=\"%s\""
                    .formatted(UNQUOTABLE.matcher(name).replaceAll(" ").strip());
        }

        /** Encodes the address for a URI; the last "@" separates the domain. */
        String uri() {
            int at = address.lastIndexOf('@');
            return "mailto:" + encoded(address.substring(0, at)) + "@" + encoded(address.substring(at + 1));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
