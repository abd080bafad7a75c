package org.acmconversation.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The process variables listed in {@code processes/variables.md}, which is packaged with the models. */
class DocumentedVariables {

    private static final String FILE = "/processes/variables.md";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|");

    private DocumentedVariables() {}

    /** Returns the documented types by variable name. */
    static Map<String, String> types() {
        try (InputStream file = DocumentedVariables.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The application was built without " + FILE);
            }
            String table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ROW.matcher(table).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
