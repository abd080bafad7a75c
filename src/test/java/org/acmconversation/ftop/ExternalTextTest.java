package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExternalTextTest {

    @Test
    void replacesControlCharacters() {
        assertThat(ExternalText.cleaned(" falta\r\n2026-01-01 INFO\u0000 el\u2028contrato\u202e ", 100))
                .isEqualTo("falta 2026-01-01 INFO el contrato");
    }

    @Test
    void truncatesWithoutSplittingCharacters() {
        assertThat(ExternalText.cleaned("a".repeat(1_000), 10)).isEqualTo("aaaaaaaaa…");
        assertThat(ExternalText.cleaned("😀".repeat(1_000), 10)).isEqualTo("😀😀😀😀…");
    }

    @Test
    void truncatesReasonsTo500Characters() {
        assertThat(new FtopRefusedException("4047", "no\u0007 ".repeat(1_000)))
                .hasMessageStartingWith("no no no")
                .extracting(refusal -> refusal.getMessage().length())
                .isEqualTo(500);
    }

    @Test
    void detectsUnprintableCharacters() {
        assertThat(ExternalText.isPrintable("FTOP-000042 (España)")).isTrue();
        assertThat(ExternalText.isPrintable("FTOP\n42")).isFalse();
        assertThat(ExternalText.isPrintable(" ")).isFalse();
    }
}
