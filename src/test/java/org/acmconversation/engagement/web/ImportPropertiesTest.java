package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ImportPropertiesTest {

    @ParameterizedTest
    @CsvSource({"1B, 4KB, 1", "256MB, 16MB, 16"})
    void acceptsItsBounds(String file, String row, int parallel) {
        assertThatCode(() -> new ImportProperties(DataSize.parse(file), DataSize.parse(row), parallel))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheSettingAndTheFix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportProperties(DataSize.ofBytes(0), DataSize.ofKilobytes(64), 4))
                .withMessage("acm.import.max-file-size is 0B: use a size such as 256MB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(3), 4))
                .withMessageStartingWith("acm.import.max-row-size");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64), 17))
                .withMessageStartingWith("acm.import.parallel");
    }
}
