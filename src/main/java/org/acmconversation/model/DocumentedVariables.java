package org.acmconversation.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The process variables that {@code processes/README.md} lists under «Variables»; it travels with the models. */
class DocumentedVariables {

    private static final String README = "/processes/README.md";

    private static final String HEADING = "\n## Variables\n";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    private DocumentedVariables() {}

    /** The first column of the table. */
    static Set<String> names() {
        String readme = readme();
        String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
        int next = section.indexOf("\n## ");
        return ROW.matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
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
