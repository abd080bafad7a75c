package org.acmconversation.problem;

/**
 * Text that can be stored unchanged. PostgreSQL rejects the null character, other control characters corrupt log lines
 * and lists, and an unpaired surrogate is not a character.
 */
public class StorableText {

    /** Message for text that cannot be stored. */
    public static final String MESSAGE = "has characters that cannot be stored";

    private StorableText() {}

    /** Whether the text contains only storable characters, which include line breaks and tabs. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }
}
