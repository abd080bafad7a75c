package org.acmconversation.mail;

import java.util.regex.Pattern;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;

/**
 * A recipient.
 *
 * @param address such as {@code ana@contoso.example}
 * @param name shown instead of the address; any text, of which line breaks are removed
 */
public record MailAddress(String address, @Nullable String name) {

    /** Addresses as people write them: no quotes, no comments, no line breaks. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}]{2,63}");

    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException if the address is none; the message does not repeat it */
    public MailAddress {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
        name = name == null ? null : PlainLine.of(name).strip();
    }

    /** Whether a text is an address that mail can be sent to. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** Omits both, since they must not be logged. */
    @Override
    public String toString() {
        return "MailAddress[]";
    }
}
