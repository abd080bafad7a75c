package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts the search treats as equal. */
class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Fábrica, fabrica",
        "FÁBRICA, fabrica",
        "Fa\u0301brica, fabrica",
        "Muñoz, munoz",
        "ΝΕΣΤΟΡΑΣ ΑΕ, νεστορασ αε",
        "Νέστορας ΑΕ, νεστορασ αε",
        "İSTANBUL AŞ, istanbul as",
        "istanbul aş, istanbul as",
        "Diyarbakır, diyarbakir",
        "Straße, strasse",
        "STRAẞE, strasse",
        "Ørsted, orsted",
        "ŁÓDŹ, lodz",
        "Ærø, aero",
        "ﬁnanzas, finanzas",
        "ＣＯＮＴＯＳＯ, contoso",
        "'  Grupo\u00a0 Norte ', grupo norte",
        "Contoso\u200b, contoso",
        "😀 Co, 😀 co"
    })
    void ignoresCaseAccentsNormalizationAndWhiteSpace(String text, String folded) {
        assertThat(SearchKey.fold(text)).isEqualTo(folded);
    }

    @Test
    void distinguishesLettersThatDifferInMoreThanAnAccent() {
        assertThat(SearchKey.fold("ทะเล")).isNotEqualTo(SearchKey.fold("ทเล"));
        assertThat(SearchKey.fold("कि")).isNotEqualTo(SearchKey.fold("क"));
    }

    @Test
    void foldingIsIdempotent() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String folded = SearchKey.fold(Character.toString(c));
            assertThat(SearchKey.fold(folded)).as("U+%04X", c).isEqualTo(folded);
        }
    }

    @Test
    void nameAndExternalIdAreOnSeparateLines() {
        assertThat(SearchKey.of("Grupo\nNorte", "CRM-1")).isEqualTo("grupo norte\ncrm-1");
    }
}
