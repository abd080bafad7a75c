package org.acmconversation.engine.feel;

/** A text that limits the number of character reads, which is the only way to stop a backtracking pattern. */
public final class LimitedText implements CharSequence {

    /** About a tenth of a second; a pattern without backtracking needs a few thousand. */
    private static final int MAX_READS = 5_000_000;

    private final String text;
    private int reads;

    public LimitedText(String text) {
        this.text = text;
    }

    /** The pattern exceeded the limit. */
    public static final class ExhaustedException extends RuntimeException {}

    @Override
    public char charAt(int index) {
        if (++reads > MAX_READS) {
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
