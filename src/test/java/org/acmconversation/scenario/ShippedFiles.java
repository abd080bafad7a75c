package org.acmconversation.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models and scenarios in {@code processes/}. */
public class ShippedFiles {

    private static final Path FOLDER = Path.of("processes");
    private static final Pattern TYPES = Pattern.compile(".*\\.(bpmn|dmn|form|yaml)");

    private ShippedFiles() {}

    /** Returns a new map of their content by path. */
    public static Map<String, byte[]> read() {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (TYPES.matcher(file.toString()).matches()) {
                    read.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Returns the models without the scenarios. */
    public static Map<String, byte[]> models() {
        Map<String, byte[]> models = read();
        models.keySet().removeIf(Scenarios::isScenario);
        return models;
    }
}
