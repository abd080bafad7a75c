package org.acmconversation.engine.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes models randomly, mostly so that they remain well-formed XML. The same seed gives the same changes. */
class Mutator {

    private static final Pattern TAG = Pattern.compile("<[\\w:]+[^<>]*>");
    private static final Pattern EMPTY_ELEMENT = Pattern.compile("<[\\w:]+[^<>]*/>");
    private static final Pattern SMALL_ELEMENT = Pattern.compile("<([\\w:]+)(?:\\s[^<>]*)?>[^<>]*</\\1>");
    private static final Pattern NAME = Pattern.compile("(?<=</?)[\\w:]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:]+)=(\"[^\"<>]*\"|'[^'<>]*')");
    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]+(?=</)");

    private final Random random;
    private final List<String> names = new ArrayList<>(Vocabulary.ELEMENTS);
    private final List<String> attributes = new ArrayList<>(Vocabulary.ATTRIBUTES);
    private final List<String> values = new ArrayList<>(Vocabulary.VALUES);

    Mutator(long seed, List<String> models) {
        random = new Random(seed);
        for (String model : models) {
            NAME.matcher(model).results().map(MatchResult::group).forEach(names::add);
            ATTRIBUTE.matcher(model).results().forEach(found -> {
                attributes.add(found.group().strip());
                values.add(found.group(2).substring(1, found.group(2).length() - 1));
            });
        }
    }

    /** A model after one to four changes. */
    String mutate(String model) {
        String mutant = model;
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutant = change(mutant);
        }
        return mutant;
    }

    private String change(String model) {
        return switch (random.nextInt(14)) {
            case 0 -> addAttribute(model, any(attributes));
            case 1 -> addAttribute(model, any(DangerousModels.ATTRIBUTES));
            case 2 -> addAttribute(model, any(Vocabulary.NAMESPACES));
            case 3 -> replaceOne(model, ATTRIBUTE, found -> " " + found.group(1) + "=" + quoted(any(values)));
            case 4 -> replaceOne(model, ATTRIBUTE, found -> " " + any(attributes));
            case 5 -> replaceOne(model, ATTRIBUTE, found -> random.nextBoolean() ? "" : encoded(found.group()));
            case 6 -> replaceOne(model, TEXT, found -> random.nextBoolean() ? any(values) : encodedText(found.group()));
            case 7 -> insert(model, any(Vocabulary.SNIPPETS));
            case 8 ->
                insert(
                        model,
                        "<bpmn:extensionElements>" + any(DangerousModels.EXTENSIONS) + "</bpmn:extensionElements>");
            case 9 -> rename(model);
            case 10 -> repeat(model, EMPTY_ELEMENT);
            case 11 -> repeat(model, SMALL_ELEMENT);
            case 12 -> move(model);
            default -> rebind(model);
        };
    }

    private String addAttribute(String model, String attribute) {
        return replaceOne(model, TAG, found -> {
            String name = attribute.substring(0, attribute.indexOf('='));
            String tag = found.group().replaceAll("\\s" + name + "=(\"[^\"]*\"|'[^']*')", "");
            return tag.replaceFirst("(/?>)$", Matcher.quoteReplacement(" " + attribute) + "$1");
        });
    }

    private String insert(String model, String snippet) {
        return replaceOne(
                model, TAG, found -> random.nextBoolean() ? snippet + found.group() : found.group() + snippet);
    }

    private String rename(String model) {
        List<String> present =
                NAME.matcher(model).results().map(MatchResult::group).toList();
        if (present.isEmpty()) {
            return model;
        }
        return model.replaceAll("(?<=</?)" + any(present) + "(?=[\\s/>])", any(names));
    }

    private String repeat(String model, Pattern element) {
        List<MatchResult> found = element.matcher(model).results().toList();
        return found.isEmpty() ? model : insert(model, any(found).group());
    }

    private String move(String model) {
        List<MatchResult> found = EMPTY_ELEMENT.matcher(model).results().toList();
        if (found.isEmpty()) {
            return model;
        }
        MatchResult moved = any(found);
        return insert(model.substring(0, moved.start()) + model.substring(moved.end()), moved.group());
    }

    /** Changes the prefix of a name to one with the same or another meaning. */
    private String rebind(String model) {
        String prefix = any(List.of("x", "camunda", "bpmn", "modeler", "activiti"));
        String namespace = any(Vocabulary.NAMESPACES).replaceFirst("^[^=]*=", "");
        return replaceOne(model, TAG, found -> {
            String tag = found.group().replaceAll("camunda:(?=\\w+=)", prefix + ":");
            return tag.contains("xmlns:" + prefix + "=")
                    ? tag
                    : tag.replaceFirst("(/?>)$", " xmlns:" + prefix + "=" + namespace + "$1");
        });
    }

    private String encoded(String attribute) {
        int start = attribute.indexOf('=') + 2;
        String value = attribute.substring(start, attribute.length() - 1);
        return attribute.substring(0, start) + references(value) + attribute.substring(attribute.length() - 1);
    }

    private String encodedText(String text) {
        return switch (random.nextInt(3)) {
            case 0 -> references(text);
            case 1 -> "<![CDATA[" + text + "]]>";
            default -> {
                int at = random.nextInt(text.length());
                yield text.substring(0, at) + any(List.of("<!-- -->", "<?a b?>", "<x/>")) + text.substring(at);
            }
        };
    }

    private String references(String text) {
        if (text.contains("&")) {
            return text;
        }
        var encoded = new StringBuilder();
        text.chars()
                .forEach(c -> encoded.append(
                        random.nextInt(3) > 0
                                ? (char) c
                                : random.nextBoolean() ? "&#" + c + ";" : "&#x" + Integer.toHexString(c) + ";"));
        return encoded.toString();
    }

    private static String quoted(String value) {
        return value.contains("\"") ? "'" + value.replace("'", "&apos;") + "'" : '"' + value + '"';
    }

    private String replaceOne(String model, Pattern pattern, Function<MatchResult, String> change) {
        List<MatchResult> found = pattern.matcher(model).results().toList();
        if (found.isEmpty()) {
            return model;
        }
        MatchResult one = any(found);
        return model.substring(0, one.start()) + change.apply(one) + model.substring(one.end());
    }

    private <T> T any(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }
}
