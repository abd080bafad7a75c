package org.acmconversation.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A map of a scenario file. Its keys may be written without accents. */
class YamlMap {

    private final String place;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private YamlMap(String place) {
        this.place = place;
    }

    /**
     * Takes a map.
     *
     * @param place name of the map, for messages
     * @param keys that it may have
     */
    static YamlMap of(@Nullable Object value, String place, Collection<String> keys) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(place, "value.map");
        }
        var found = new YamlMap(place);
        map.forEach((name, content) -> {
            String written = String.valueOf(name);
            String key = keys.stream()
                    .filter(known -> ClosestWord.plain(known).equals(ClosestWord.plain(written)))
                    .findFirst()
                    .orElseThrow(() -> new ScenarioException(ScenarioMessages.corrected(
                            ScenarioMessages.worded("key.unknown", place, written), written, keys)));
            found.values.put(key, content);
        });
        return found;
    }

    private static ScenarioException wrong(String place, String key, Object... arguments) {
        return new ScenarioException("%s: %s".formatted(place, ScenarioMessages.worded(key, arguments)));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    private String at(String key) {
        return place + ", " + key;
    }

    ScenarioException missing(String key) {
        return wrong(at(key), "value.missing");
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optionalText(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw wrong(at(key), "value.text");
        }
        return Optional.ofNullable(value).map(String::valueOf).filter(text -> !text.isBlank());
    }

    Optional<Integer> number(String key, int most) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof Integer number && number >= 1 && number <= most) {
            return Optional.of(number);
        }
        throw wrong(at(key), "value.number", most);
    }

    Optional<Boolean> yesOrNo(String key) {
        return has(key) ? Optional.of(yesOrNo(values.get(key), at(key))) : Optional.empty();
    }

    private static boolean yesOrNo(@Nullable Object value, String place) {
        return switch (ClosestWord.plain(String.valueOf(value))) {
            case "true", "si" -> true;
            case "false", "no" -> false;
            default -> throw wrong(place, "value.yesOrNo");
        };
    }

    /** A single text counts as a list with one element. */
    Optional<List<String>> texts(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        Object value = values.get(key);
        List<String> texts = new ArrayList<>();
        for (Object element :
                value instanceof List<?> list ? list : Stream.ofNullable(value).toList()) {
            if (element == null || element instanceof Map || element instanceof List) {
                throw wrong(at(key), "value.texts");
            }
            texts.add(String.valueOf(element));
        }
        return Optional.of(texts);
    }

    /** Returns one of several words, ignoring case. */
    <T extends Enum<T>> Optional<T> word(String key, T[] words) {
        return optionalText(key).map(text -> word(text, at(key), words));
    }

    static <T extends Enum<T>> T word(String text, String place, T[] words) {
        return Stream.of(words)
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new ScenarioException(ScenarioMessages.corrected(
                        ScenarioMessages.worded("value.word", place, text),
                        text,
                        Stream.of(words).map(Enum::name).toList())));
    }

    /** Returns a map with any keys; empty if it is missing. */
    <T> Map<String, T> entries(String key, Function<@Nullable Object, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        if (has(key)) {
            if (!(values.get(key) instanceof Map<?, ?> map)) {
                throw wrong(at(key), "value.map");
            }
            map.forEach((name, content) -> entries.put(String.valueOf(name), value.apply(content)));
        }
        return entries;
    }
}
