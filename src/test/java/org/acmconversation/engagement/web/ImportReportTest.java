package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
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
    void listsEachErrorOfEachRejectedRow() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var report = report()) {
            report.writeTo(out);
        }

        assertThat(new ObjectMapper().readTree(out.toByteArray())).isEqualTo(new ObjectMapper().readTree("""
                {"accepted": 2, "existing": 1, "rejected": [
                  {"line": 2, "field": "licenses", "message": "is bad"},
                  {"line": 2, "field": "segment", "message": "is bad"},
                  {"line": 5, "field": "row", "message": "is bad"}]}
                """));
    }

    @Test
    void summaryHasTheFirstErrorsAndTheirNumber() throws IOException {
        try (var report = report()) {
            ImportReport.Shown summary = report.summary(2);

            assertThat(summary.accepted()).isEqualTo(2);
            assertThat(summary.existing()).isOne();
            assertThat(summary.rejected()).isEqualTo(3);
            assertThat(summary.shown()).extracting("field").containsExactly("licenses", "segment");
        }
    }

    @Test
    void keepsRejectedRows() throws IOException {
        try (var report = report()) {
            assertThat(report.rejectedRows().isEmpty()).isFalse();
        }
    }

    private ImportReport report() throws IOException {
        var report = new ImportReport(TemporaryFile.createIn(directory));
        report.rejectedRows().header(List.of("externalId"));
        report.accept();
        report.accept();
        report.exists();
        report.reject(
                new CsvRows.Row(2, List.of("a"), null),
                List.of(new FieldError("licenses", "is bad"), new FieldError("segment", "is bad")));
        report.reject(new CsvRows.Row(5, List.of("b"), null), List.of(new FieldError("row", "is bad")));
        return report;
    }

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
