package org.acmconversation.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares Tasklist's Spanish texts with the web application's English ones, to detect new texts after an upgrade. */
class SpanishLocaleTest {

    private static final String TASKLIST = "META-INF/resources/webjars/camunda/app/tasklist/";

    /**
     * Parts that the web application fills in or interprets: variables, numbers, links, line breaks, escaped brackets,
     * parts of dates.
     */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\{\\{.*?}}|%[ds]|</?(?:a|br)\\b[^>]*>|&[lg]t;|\\b(?:L{1,4}|LT|D{1,2}|M{2,4}|dddd|Y{4}|yyyy|HH|mm)\\b");

    /** English words with more letters than this are not Spanish words by chance. */
    private static final int LETTERS_OF_A_COINCIDENCE = 12;

    private final Map<String, String> english = texts("locales/en.json");
    private final Map<String, String> spanish = texts("locales/es.json");

    @Test
    void spanishHasTheKeysOfEnglish() {
        assertThat(spanish.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void everyTextKeepsItsPlaceholders() {
        assertThat(english)
                .allSatisfy((key, text) -> assertThat(placeholders(spanish.get(key)))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(placeholders(text)));
    }

    @Test
    void noTextIsEmptyUnlessItIsInEnglish() {
        assertThat(spanish)
                .allSatisfy((key, text) -> assertThat(text.isBlank())
                        .as(key)
                        .isEqualTo(english.get(key).isBlank()));
    }

    @Test
    void noTextIsLeftInEnglish() {
        assertThat(spanish).allSatisfy((key, text) -> {
            if (letters(text) > LETTERS_OF_A_COINCIDENCE) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
            }
        });
    }

    @Test
    void browsersInOtherLanguagesGetSpanish() {
        assertThat(read("scripts/config.js"))
                .contains("availableLocales: ['es', 'en']")
                .contains("fallbackLocale: 'es'");
    }

    @Test
    void textsOfOurScriptsExistInBothLanguages() throws IOException {
        String words =
                Files.readString(Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/patches/words.js"));

        assertThat(keys(words, "english")).hasSizeGreaterThan(50).isEqualTo(keys(words, "spanish"));
    }

    private static List<String> keys(String words, String language) {
        int start = words.indexOf("const %s = {".formatted(language));
        return Pattern.compile("(?m)^ {2,4}(\\w+):")
                .matcher(words.substring(start, words.indexOf("\n};", start)))
                .results()
                .map(key -> key.group(1))
                .toList();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    private static Map<String, String> texts(String file) {
        var texts = new TreeMap<String, String>();
        try (InputStream json = open(file)) {
            collect("", new ObjectMapper().readTree(json), texts);
        } catch (IOException e) {
            throw new IllegalStateException(file + " is not JSON", e);
        }
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), texts);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(path + "/" + field.getKey(), field.getValue(), texts);
        }
    }

    private static String read(String file) {
        try (InputStream text = open(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) {
        InputStream resource = SpanishLocaleTest.class.getClassLoader().getResourceAsStream(TASKLIST + file);
        assertThat(resource).as(TASKLIST + file).isNotNull();
        return resource;
    }
}
