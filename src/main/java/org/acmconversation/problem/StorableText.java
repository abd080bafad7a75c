package org.acmconversation.problem;

/**
 * Text that every database stores as it is: PostgreSQL refuses the null character, other control characters break log
 * lines and lists, and a lone surrogate is no character at all.
 */
public class StorableText {

    /** What is said of text that is not storable. */
    public static final String MESSAGE = "has characters that cannot be stored";

    private StorableText() {}

    /** Whether the text has only characters that can be stored; line breaks and tabs can. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }
}
