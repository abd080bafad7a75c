package org.acmconversation.mail;

import java.net.IDN;
import java.util.regex.Pattern;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;

/**
 * A recipient.
 *
 * @param address such as {@code ana@contoso.example}
 * @param name shown instead of the address; any text; line breaks are removed
 */
public record MailAddress(String address, @Nullable String name) {

    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

    /** Addresses as people write them: no quotes, no comments, no line breaks. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?=[^@]{1,64}@)%1$s(?:\\.%1$s)*@(?:%2$s\\.)+(?:\\p{L}{2,63}|xn--%2$s)".formatted(ATOM, LABEL));

    private static final int MAX_LENGTH = 254;

    /** @throws IllegalArgumentException if the address is invalid; the message does not repeat it */
    public MailAddress {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("Not an email address");
        }
        name = name == null ? null : PlainLine.of(name).strip();
    }

    /** Whether a text is an address that mail can be sent to. */
    public static boolean isAddress(String text) {
        return text.length() <= MAX_LENGTH && ADDRESS.matcher(text).matches() && hasAsciiDomain(text);
    }

    /** Whether the domain can be looked up: its ASCII form is longer, and may be too long. */
    private static boolean hasAsciiDomain(String address) {
        try {
            return !IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Omits both, since they must not be logged. */
    @Override
    public String toString() {
        return "MailAddress[]";
    }
}
