package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the page. */
class Report {

    private final List<Figures> all;

    Report(List<Figures> all) {
        this.all = all;
    }

    void write(Path docs) throws IOException {
        Files.createDirectories(docs);
        Files.writeString(docs.resolve("performance.md"), all.toString());
    }
}
