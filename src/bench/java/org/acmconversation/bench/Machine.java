package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The machine of a run. */
class Machine {

    private Machine() {}

    /** Returns the date and the processors. */
    static String described() throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("an unknown processor");
        return "%s, %d processors (%s)"
                .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), processor);
    }
}
