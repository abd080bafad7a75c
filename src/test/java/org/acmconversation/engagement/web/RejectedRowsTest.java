package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(rows.isEmpty()).isFalse();
        assertThat(rows.isComplete()).isTrue();
    }

    @Test
    void leavesOutRowsOverAMillionCharacters() {
        rows.add(row(HALF_A_PAGE));
        rows.add(row(HALF_A_PAGE));
        rows.add(row("x"));

        assertThat(rows.isComplete()).isFalse();
    }

    @Test
    void leavesOutRowsThatCouldNotBeRead() {
        rows.add(new CsvRows.Row(2, List.of("x"), "is not UTF-8"));

        assertThat(rows.isEmpty()).isTrue();
        assertThat(rows.isComplete()).isFalse();
    }

    private static CsvRows.Row row(String field) {
        return new CsvRows.Row(2, List.of(field), null);
    }
}
