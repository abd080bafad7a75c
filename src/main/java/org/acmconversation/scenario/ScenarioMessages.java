package org.acmconversation.scenario;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What is said to the authors of scenarios. */
public class ScenarioMessages {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/scenarios", Locale.ROOT);

    private ScenarioMessages() {}

    /** Returns the sentence with its arguments. */
    public static String worded(String key, Object... arguments) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ROOT).format(arguments);
    }

    /**
     * Returns a sentence that ends with what was probably meant.
     *
     * @param word what was written
     * @param known what would have been right
     */
    public static String corrected(String sentence, String word, Collection<String> known) {
        return Guess.of(word, known)
                .map(meant -> sentence + " " + worded("meant", meant))
                .orElseGet(() -> known.isEmpty() || known.size() > 12
                        ? sentence
                        : sentence + " " + worded("known", String.join(", ", known)));
    }

    /**
     * Returns the same where names stand for ids.
     *
     * @param known what would have been right, with the name that people see
     */
    public static String corrected(String sentence, String word, Map<String, String> known) {
        return Guess.byName(word, known)
                .map(meant -> sentence + " " + worded("meant", meant))
                .orElse(sentence);
    }
}
