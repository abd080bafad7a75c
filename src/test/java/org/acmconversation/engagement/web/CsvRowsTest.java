package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void anUnclosedQuoteInvalidatesOnlyItsLine() throws IOException {
        List<Row> rows = rows("a\n\"b,c\nd\r\n" + "e\n".repeat(MAX_ROW));

        assertThat(rows).hasSize(MAX_ROW + 3).extracting(Row::line).startsWith(1L, 2L, 3L, 4L);
        assertThat(rows)
                .filteredOn(row -> row.objection() != null)
                .extracting(Row::line, Row::objection)
                .containsExactly(tuple(2L, "is longer than 100 characters, or has an unclosed quote"));
        assertThat(rows).contains(row(3, "d"), row(4, "e"), row(103, "e"));
    }

    @Test
    void anUnclosedQuoteNearTheEndInvalidatesOnlyItsLine() throws IOException {
        assertThat(rows("a\n\"b,c\nd")).extracting(Row::objection).containsExactly(null, "has an unclosed quote", null);
    }

    @Test
    void aQuoteThatTheNextLineClosesInvalidatesOnlyItsLine() throws IOException {
        List<Row> rows = rows("\"a,b\nc,\"d\",e\nf");

        assertThat(rows).extracting(Row::objection).containsExactly("has an unclosed quote", null, null);
        assertThat(rows.subList(1, 3)).containsExactly(row(2, "c", "d", "e"), row(3, "f"));
    }

    @Test
    void aLongLineWithAnUnclosedQuoteInvalidatesOnlyItself() throws IOException {
        List<Row> rows = rows("a,\"" + "x".repeat(2 * MAX_ROW) + "\nb,\"c\"\n\"d\n");

        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(0).objection()).startsWith("is longer than 100 characters");
        assertThat(rows.get(1)).isEqualTo(row(2, "b", "c"));
    }

    /** Parsing every line again and again would keep a node busy for hours. */
    @Test
    void parsesNoCharacterMoreThanAFewTimes() throws IOException {
        String csv = "x\",\",\n".repeat(100_000);
        var rows = new CsvRows(new BufferedReader(new StringReader(csv)), 65_536);
        while (rows.next().isPresent()) {
            assertThat(rows.readAgain()).isLessThanOrEqualTo(17L * csv.length());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {97, 98, 99, 100, 101})
    void findsTheNextLineWhereverTheLimitIs(int length) throws IOException {
        List<Row> rows = rows("\"b,\n" + "x".repeat(length - 5) + "\"\"\nc\n" + "d\n".repeat(MAX_ROW));

        assertThat(rows).contains(row(3, "c"), row(4, "d"), row(MAX_ROW + 3, "d"));
    }

    @Test
    void anUnclosedQuoteThatALongLineClosesInvalidatesOnlyItsLine() throws IOException {
        List<Row> rows = rows("\"b\n" + "d\n".repeat(47) + "e\"" + "f".repeat(20) + "\ng\n");

        assertThat(rows).hasSize(50).filteredOn(row -> row.objection() == null).hasSize(49);
        assertThat(rows).contains(row(2, "d"), row(48, "d"), row(50, "g"));
    }

    @Test
    void aLongRowOfSeveralLinesInvalidatesOnlyItself() throws IOException {
        List<Row> rows = rows("\"a\nb\"," + "x".repeat(2 * MAX_ROW) + "\nc\n");

        assertThat(rows).extracting(Row::line).containsExactly(1L, 3L);
        assertThat(rows.get(0).objection()).isEqualTo("is longer than 100 characters; the row was read up to line 2");
        assertThat(rows.get(1)).isEqualTo(row(3, "c"));
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
