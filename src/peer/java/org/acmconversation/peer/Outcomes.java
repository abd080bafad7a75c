package org.acmconversation.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stores results of tests as lines of a file: ending, name and failure, separated by tabs. */
class Outcomes {

    private Outcomes() {}

    static void write(Map<String, Outcome> outcomes, Path file) throws IOException {
        Files.write(
                file,
                outcomes.entrySet().stream()
                        .map(test -> String.join(
                                "\t",
                                test.getValue().ending().name(),
                                test.getKey(),
                                test.getValue().failure().replace('\t', ' ')))
                        .toList());
    }

    static Map<String, Outcome> read(Path file) throws IOException {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 3);
            outcomes.put(parts[1], new Outcome(Outcome.Ending.valueOf(parts[0]), parts[2]));
        }
        return outcomes;
    }
}
