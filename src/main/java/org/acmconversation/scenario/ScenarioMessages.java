package org.acmconversation.scenario;

import java.util.Collection;
import java.util.Map;
import org.acmconversation.text.SpanishTexts;

/** Messages to the authors of scenarios. */
public class ScenarioMessages {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("scenarios");

    private ScenarioMessages() {}

    /** Returns the sentence with its arguments. */
    public static String worded(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    /**
     * Returns a sentence that ends with the word that was probably meant.
     *
     * @param word the word in the file
     * @param known valid words
     */
    public static String corrected(String sentence, String word, Collection<String> known) {
        return ClosestWord.of(word, known)
                .map(meant -> sentence + " " + worded("meant", meant))
                .orElseGet(() -> known.isEmpty() || known.size() > 12
                        ? sentence
                        : sentence + " " + worded("known", String.join(", ", known)));
    }

    /**
     * Returns the same for ids that have display names.
     *
     * @param known valid ids with their display names
     */
    public static String corrected(String sentence, String word, Map<String, String> known) {
        return ClosestWord.byName(word, known)
                .map(meant -> sentence + " " + worded("meant", meant))
                .orElse(sentence);
    }
}
