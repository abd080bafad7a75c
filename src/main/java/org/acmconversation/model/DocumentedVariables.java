package org.acmconversation.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The process variables listed under «Variables» in {@code processes/README.md}, which is packaged with the models. */
class DocumentedVariables {

    private static final String README = "/processes/README.md";

    private static final String HEADING = "\n## Variables\n";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|");

    private DocumentedVariables() {}

    /** Returns the documented types by variable name. */
    static Map<String, String> types() {
        String readme = readme();
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        int next = section.indexOf("\n## ");
        return ROW.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    private static String readme() {
        try (InputStream readme = DocumentedVariables.class.getResourceAsStream(README)) {
            if (readme == null) {
                throw new IllegalStateException("The application was built without " + README);
            }
            return new String(readme.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(README + " cannot be read", e);
        }
    }
}
