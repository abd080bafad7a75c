package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Returns a file with every occurrence of a text replaced. */
    static String changed(String file, String from, String to) {
        String model = read(file);
        assertThat(model).contains(from);
        return model.replace(from, to);
    }
}
