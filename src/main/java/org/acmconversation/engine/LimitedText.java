package org.acmconversation.engine;

/** A text that can be looked at so many times only: nothing else ends a pattern that backtracks. */
public final class LimitedText implements CharSequence {

    /** A tenth of a second or so; a pattern that does not backtrack takes some thousand. */
    private static final int MOST_LOOKS = 5_000_000;

    private final String text;
    private int looks;

    public LimitedText(String text) {
        this.text = text;
    }

    /** The pattern takes too long for this text. */
    public static final class ExhaustedException extends RuntimeException {}

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new ExhaustedException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
