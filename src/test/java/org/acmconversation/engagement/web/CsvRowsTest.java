package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engagement.web.CsvRows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid and invalid rows of a CSV file. */
class CsvRowsTest {

    private static final int MAX_ROW = 100;

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(rows("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\nc,d\n", "a,b\r\nc,d", "a,b\rc,d\r", "\"a\",\"b\"\n\"c\",\"d\""})
    void acceptsAnyLineBreak(String csv) throws IOException {
        assertThat(rows(csv)).containsExactly(new Row(1, List.of("a", "b"), null), new Row(2, List.of("c", "d"), null));
    }

    @Test
    void quotedFieldsMayContainCommasQuotesAndLineBreaks() throws IOException {
        assertThat(rows("\"a, \"\"b\"\"\r\nc\",\"\"\nd"))
                .containsExactly(new Row(1, List.of("a, \"b\"\r\nc", ""), null), new Row(3, List.of("d"), null));
    }

    @Test
    void quotesInUnquotedFieldsAreLiteral() throws IOException {
        assertThat(rows("5\" screen, \"x\"")).containsExactly(row(1, "5\" screen", " \"x\""));
    }

    @Test
    void emptyLinesHaveOneEmptyField() throws IOException {
        assertThat(rows("a\n\n,")).containsExactly(row(1, "a"), row(2, ""), row(3, "", ""));
    }

    @Test
    void textAfterAClosingQuoteInvalidatesOnlyItsRow() throws IOException {
        assertThat(rows("\"a\" b,c\nd\n"))
                .containsExactly(new Row(1, List.of("a b", "c"), "has text after a closing quote"), row(2, "d"));
    }

    @Test
    void longRowsInvalidateOnlyThemselves() throws IOException {
        List<Row> rows = rows("a\n" + "x".repeat(MAX_ROW + 1) + ",y\nb\n");

        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(1).objection()).isEqualTo("is longer than 100 characters");
        assertThat(rows.get(2)).isEqualTo(row(3, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\"\",", "x,", "\"x\ny\","})
    void neverBuffersMoreThanTheLimit(String repeated) throws IOException {
        Row row = rows(repeated.repeat(MAX_ROW + 1)).get(0);

        assertThat(row.objection()).startsWith("is longer than 100 characters");
        assertThat(row.fields()).hasSizeLessThanOrEqualTo(MAX_ROW);
    }

    @Test
    void reportsHowFarAnUnclosedQuoteWasRead() throws IOException {
        assertThat(rows("a\n\"b,c\nd\n" + "e\n".repeat(MAX_ROW)))
                .extracting(Row::objection)
                .containsExactly(null, "has an unclosed quote; the row was read up to line 103");
    }

    @Test
    void reportsHowFarAQuoteClosedByTheNextOneWasRead() throws IOException {
        assertThat(rows("\"a,b\nc,\"d\",e\nf"))
                .containsExactly(
                        new Row(
                                1,
                                List.of("a,b\nc,d\"", "e"),
                                "has text after a closing quote; the row was read up to line 2"),
                        row(3, "f"));
    }

    private static Row row(long line, String... fields) {
        return new Row(line, List.of(fields), null);
    }

    private static List<Row> rows(String csv) throws IOException {
        var reader = new CsvRows(new BufferedReader(new StringReader(csv)), MAX_ROW);
        List<Row> rows = new ArrayList<>();
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
