package org.acmconversation.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models with one random change, as an analyst might make it. The same seed gives the same changes.
 *
 * @param number number of the change for its seed
 * @param what description of the change
 * @param files all models by name
 */
record ModelChange(int number, String what, Map<String, String> files) {

    private static final Path FOLDER = Path.of("processes");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(?!xmlns|xsi:)([\\w:]+)=\"([^\"]*)\"");
    private static final Pattern TEXT = Pattern.compile("<([\\w:]+)([^<>/]*)>([^<>]+)</\\1>");
    private static final Pattern ELEMENT = Pattern.compile("<([\\w:]+)(?:\\s[^<>]*)?(?:/>|>[^<>]*</\\1>)");
    private static final Pattern PROPERTY =
            Pattern.compile("\"(\\w+)\": (\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+|true|false)(?=,?\\n)");

    private static final List<String> ODD = List.of(
            "",
            "x",
            "3 días",
            "P2W",
            "PT0S",
            "-1",
            "99999999999",
            "true",
            "false",
            "${notes}",
            "${licenses}",
            "${execution.processBusinessKey}",
            "${",
            "FASTTRACK_ENGINER",
            "x".repeat(300));

    /** Returns the unchanged models. */
    static Map<String, String> models() {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            Map<String, String> models = new TreeMap<>();
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .toList()) {
                models.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<ModelChange> of(long seed, int changes) {
        Map<String, String> models = models();
        return Stream.iterate(0, number -> number + 1).limit(changes).map(number -> one(seed, number, models));
    }

    static ModelChange one(long seed, int number, Map<String, String> models) {
        var random = new Random(seed * 1_000_003 + number);
        List<String> names = List.copyOf(models.keySet());
        while (true) {
            // Prefer processes, where most can go wrong.
            String file = random.nextInt(3) > 0 ? names.get(random.nextInt(names.size())) : "acm-conversation.bpmn";
            String model = models.get(file);
            int drawing = model.indexOf("<bpmndi:BPMNDiagram");
            int end = drawing < 0
                    ? model.indexOf("<dmndi:DMNDI") < 0 ? model.length() : model.indexOf("<dmndi:DMNDI")
                    : drawing;
            Pattern kind = file.endsWith(".form")
                    ? PROPERTY
                    : List.of(ATTRIBUTE, ATTRIBUTE, TEXT, TEXT, ELEMENT).get(random.nextInt(5));
            List<MatchResult> places =
                    kind.matcher(model.substring(0, end)).results().toList();
            if (places.isEmpty()) {
                continue;
            }
            MatchResult place = places.get(random.nextInt(places.size()));
            String changed = changed(place, kind, models.values(), random);
            if (!changed.equals(place.group())) {
                Map<String, String> files = new TreeMap<>(models);
                files.put(file, model.substring(0, place.start()) + changed + model.substring(place.end()));
                return new ModelChange(
                        number, "%s: %s -> %s".formatted(file, place.group().strip(), changed.strip()), files);
            }
        }
    }

    private static String changed(MatchResult place, Pattern kind, Iterable<String> models, Random random) {
        if (kind == ELEMENT) {
            return "";
        }
        if (kind == ATTRIBUTE) {
            return random.nextInt(6) == 0
                    ? ""
                    : " %s=\"%s\"".formatted(place.group(1), value(place, 1, 2, kind, models, random));
        }
        if (kind == TEXT) {
            return "<%s%s>%s</%s>"
                    .formatted(
                            place.group(1), place.group(2), value(place, 1, 3, kind, models, random), place.group(1));
        }
        String value = value(place, 1, 2, kind, models, random);
        boolean isJson = value.matches("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+|true|false");
        return "\"%s\": %s".formatted(place.group(1), isJson ? value : "\"" + value.replace("\"", "") + "\"");
    }

    /** Returns a value from another place of the same name, a misspelled one, or an odd one. */
    private static String value(
            MatchResult place, int name, int value, Pattern kind, Iterable<String> models, Random random) {
        String before = place.group(value);
        return switch (random.nextInt(4)) {
            case 0, 1 -> {
                List<String> others = new ArrayList<>();
                for (String model : models) {
                    Matcher matcher = kind.matcher(model);
                    while (matcher.find()) {
                        if (matcher.group(name).equals(place.group(name))) {
                            others.add(matcher.group(value));
                        }
                    }
                }
                yield others.get(random.nextInt(others.size()));
            }
            case 2 -> slip(before, random);
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private static String slip(String value, Random random) {
        if (value.length() < 2) {
            return value + "x";
        }
        int at = random.nextInt(value.length());
        String slipped = random.nextBoolean()
                ? value.substring(0, at) + value.substring(at + 1)
                : value.substring(0, at) + value.charAt(at) + value.substring(at);
        // Keep XML entities intact.
        return slipped.replaceAll("&(?:lt|gt|amp|quot|apos);", "").contains("&") ? value : slipped;
    }
}
