package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application's models, which tests change. */
class ModelFile {

    private static final Path FOLDER = Path.of("processes");

    private ModelFile() {}

    static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all models by path. */
    static Map<String, String> all() {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.map(path -> FOLDER.relativize(path).toString())
                    .filter(path -> path.matches(".*\\.(bpmn|dmn|form)"))
                    .collect(Collectors.toMap(path -> path, ModelFile::read, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the paths of all scenarios. */
    static List<String> scenarios() {
        try (Stream<Path> paths = Files.list(FOLDER.resolve("scenarios"))) {
            return paths.map(path -> FOLDER.relativize(path).toString())
                    .filter(path -> path.endsWith(".yaml"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file with every occurrence of a text replaced. */
    static String changed(String file, String from, String to) {
        String model = read(file);
        assertThat(model).contains(from);
        return model.replace(from, to);
    }
}
