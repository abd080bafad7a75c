package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.acmconversation.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The temporary file with an import's rejections. */
class ImportReportTest {

    @TempDir
    Path directory;

    @Test
    void isDeletedWithTheReport() throws IOException {
        try (var report = new ImportReport(TemporaryFile.createIn(directory))) {
            report.reject(new CsvRows.Row(2, List.of(), null), List.of(new FieldError("row", "is bad")));
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void isDeletedAfterAFailedWrite() throws IOException {
        Path file = Files.createFile(directory.resolve("rejections.json"));
        var cannotBeWritten = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        var report = new ImportReport(cannotBeWritten);

        assertThatThrownBy(report::close).isInstanceOf(NonWritableChannelException.class);

        assertThat(cannotBeWritten.isOpen()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }
}
