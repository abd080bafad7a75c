package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The import page's messages about rejected rows. */
class ImportTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"pages", "pages_en"})
    void explainsEachColumn(String bundle) throws IOException {
        Properties texts =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/" + bundle + ".properties"));

        assertThat(Stream.of(List.of("row"), ImportRow.COLUMNS, ImportRow.OPTIONAL)
                        .flatMap(List::stream))
                .allSatisfy(column -> assertThat(texts).containsKey("import.invalid." + column));
        assertThat(texts.getProperty("import.invalid.segment")).contains(names(Segment.values()));
        assertThat(texts.getProperty("import.invalid.initiatives")).contains(names(Initiative.values()));
    }

    private static String[] names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::name).toArray(String[]::new);
    }
}
