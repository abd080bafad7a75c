package org.acmconversation.security.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of docs/roles.md: methods, paths, and a column for each account with {@code yes} if it has access. The first
 * matching row decides.
 */
record RoleTable(List<Row> rows) {

    private static final Path PAGE = Path.of("docs/roles.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final int FIRST_ACCOUNT = 2;

    /** A row of the table. */
    record Row(Set<String> methods, String paths, Set<String> accounts) {

        private static final String ANY = "any";

        boolean fits(String method, String path) {
            return (methods.contains(ANY) || methods.contains(method))
                    && CODE.matcher(paths)
                            .results()
                            .map(code -> regex(code.group(1)))
                            .anyMatch(path::matches);
        }

        private static String regex(String pattern) {
            return pattern.replace(".", "\\.")
                    .replaceAll("/\\*\\*$", "(/.<any>)?")
                    .replaceAll("(?<!<)\\*", "[^/]+")
                    .replace("<any>", "*");
        }
    }

    /**
     * Reads the table below a heading.
     *
     * @param accounts name of the account for each column after the first two; several, separated by a space
     */
    static RoleTable below(String heading, String... accounts) {
        List<Row> rows = new ArrayList<>();
        boolean isBelow = false;
        for (String line : lines()) {
            if (line.startsWith("#")) {
                isBelow = line.endsWith(" " + heading);
            } else if (isBelow && line.startsWith("|") && line.contains("`/")) {
                rows.add(row(line, accounts));
            }
        }
        return new RoleTable(rows);
    }

    private static Row row(String line, String... accounts) {
        String[] cells = line.substring(1).split("\\|", -1);
        Set<String> allowed = IntStream.range(0, accounts.length)
                .filter(column -> cells[column + FIRST_ACCOUNT].strip().equals("yes"))
                .boxed()
                .flatMap(column -> Arrays.stream(accounts[column].split(" ")))
                .collect(Collectors.toSet());
        return new Row(Set.of(cells[0].strip().split(" ")), cells[1], allowed);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("The page with the table cannot be read", e);
        }
    }

    /** The row that decides on an endpoint; empty if none lists it. */
    Optional<Row> rowFor(String method, String path) {
        return rows.stream().filter(row -> row.fits(method, path)).findFirst();
    }
}
