package org.acmconversation.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of a file in {@code src/main/resources/messages} that is in Spanish only. */
public final class SpanishTexts {

    /** The language of these texts. */
    public static final Locale SPANISH = Locale.forLanguageTag("es");

    private final ResourceBundle texts;

    private SpanishTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /**
     * Returns the texts of a file.
     *
     * @param file name of the file, without its ending
     */
    public static SpanishTexts of(String file) {
        return new SpanishTexts(ResourceBundle.getBundle("messages/" + file, Locale.ROOT));
    }

    /** Whether there is a text with this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Returns a text with its arguments, in the format of {@link MessageFormat}. */
    public String text(String key, @Nullable Object... arguments) {
        return new MessageFormat(texts.getString(key), SPANISH).format(arguments);
    }
}
