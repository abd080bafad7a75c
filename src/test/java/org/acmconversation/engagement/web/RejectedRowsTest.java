package org.acmconversation.engagement.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RejectedRowsTest {

    private static final String HALF_A_PAGE = "x".repeat(500_000);

    private final RejectedRows rows = new RejectedRows();

    @BeforeEach
    void addHeader() {
        rows.header(List.of("externalId"));
    }

    @Test
    void keepsAMillionCharacters() {
        rows.add(row(HALF_A_PAGE));
        rows.add(row(HALF_A_PAGE));

        assertThat(rows.isComplete()).isTrue();
        assertThat(file()).isEqualTo("\uFEFFexternalId\r\n%s\r\n%s\r\n".formatted(HALF_A_PAGE, HALF_A_PAGE));
    }

    @Test
    void leavesOutRowsOverAMillionCharacters() {
        rows.add(row(HALF_A_PAGE));
        rows.add(row(HALF_A_PAGE + "x"));
        rows.add(row("x"));

        assertThat(rows.isComplete()).isFalse();
        assertThat(file()).isEqualTo("\uFEFFexternalId\r\n%s\r\nx\r\n".formatted(HALF_A_PAGE));
    }

    @Test
    void leavesOutRowsThatCouldNotBeRead() {
        rows.add(new CsvRows.Row(2, List.of("x"), "is not UTF-8"));

        assertThat(rows.isEmpty()).isTrue();
        assertThat(rows.isComplete()).isFalse();
    }

    /** Returns the file that the page offers. */
    private String file() {
        String address = rows.address();
        return new String(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), UTF_8);
    }

    private static CsvRows.Row row(String field) {
        return new CsvRows.Row(2, List.of(field), null);
    }
}
