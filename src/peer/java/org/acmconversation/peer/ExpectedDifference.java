package org.acmconversation.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An entry of the list of differences.
 *
 * @param test pattern of a test's name, {@code method(class)}; an asterisk stands for anything
 * @param failure beginning of the failure that our engine must report; empty for any
 */
record ExpectedDifference(String test, String failure) {

    private static final String BOTH = "both";

    /**
     * Reads the entries for a database. A line is {@code database test : failure}; the comment above a block of lines
     * gives their reason.
     */
    static List<ExpectedDifference> read(Path list, Database database) throws IOException {
        List<ExpectedDifference> entries = new ArrayList<>();
        boolean hasReason = false;
        for (String line : Files.readAllLines(list)) {
            if (line.isBlank() || line.startsWith("#")) {
                hasReason = line.startsWith("#");
                continue;
            }
            if (!hasReason) {
                throw new IllegalStateException("No reason is given for " + line);
            }
            String[] parts = line.split(" ", 2);
            if (parts[0].equals(BOTH) || parts[0].equals(database.name().toLowerCase(Locale.ROOT))) {
                String[] entry = parts[1].split(" : ", 2);
                entries.add(new ExpectedDifference(entry[0], entry.length > 1 ? entry[1] : ""));
            }
        }
        return entries;
    }

    boolean matches(String name, Outcome ours) {
        String pattern = Pattern.quote(test).replace("*", "\\E.*\\Q");
        return name.matches(pattern) && ours.failure().startsWith(failure);
    }
}
