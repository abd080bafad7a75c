package org.acmconversation.scenario;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Finds the word that an author probably meant. */
class ClosestWord {

    private ClosestWord() {}

    /** Returns the most similar of the words; empty if none is similar. */
    static Optional<String> of(String word, Collection<String> words) {
        String plain = plain(word);
        return words.stream()
                .filter(candidate -> distance(plain, plain(candidate)) <= Math.max(1, plain.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(plain, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns the id that is similar, or whose name is similar. */
    static Optional<String> byName(String word, Map<String, String> names) {
        return of(word, names.keySet())
                .or(() -> of(word, names.values())
                        .flatMap(name -> names.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(name))
                                .map(Map.Entry::getKey)
                                .sorted()
                                .findFirst()));
    }

    /** Removes accents and converts to lower case. */
    static String plain(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(SPANISH);
    }

    /** Levenshtein's distance. */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j < costs.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(replaced, Math.min(costs[j], costs[j - 1]) + 1);
            }
        }
        return costs[other.length()];
    }
}
