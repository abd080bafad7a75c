package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtopKeyTest {

    private static final String ID = "d86805cc-6be6-466c-ab42-4a9dc8878ed0";

    @Test
    void parsesItsOwnText() {
        var key = new FtopKey(UUID.fromString(ID), "4047");

        assertThat(key).hasToString(ID + ":4047");
        assertThat(FtopKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "4047",
                ID,
                ID + ":",
                ID + ":4047 ",
                ID + ":4047\n",
                ID + ":40/47",
                ID + ":4047:1",
                ID + ":..",
                "D86805CC-6be6-466c-ab42-4a9dc8878ed0:4047",
                "1-1-1-1-1:4047",
                ID + ":123456789012345678901"
            })
    void rejectsAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FtopKey.parse(text));
    }

    @Test
    void catalogIdsHaveUpToTwentyCharacters() {
        assertThat(FtopKey.isCatalogId("A-4047_b.2")).isTrue();
        assertThat(FtopKey.isCatalogId("12345678901234567890")).isTrue();
        assertThat(FtopKey.isCatalogId("123456789012345678901")).isFalse();
        assertThat(FtopKey.isCatalogId(".4047")).isFalse();
    }

    @Test
    void isOrderedByItsText() {
        var low = FtopKey.parse("00000000-0000-0000-0000-000000000000:9");
        var high = FtopKey.parse("ffffffff-0000-0000-0000-000000000000:10");

        assertThat(low).isLessThan(high);
        assertThat(new FtopKey(low.engagementId(), "10")).isLessThan(low);
    }
}
