package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The check covers every index in the migrations: each statement is on one line, as the check requires. */
class RequiredIndexesTest {

    @Test
    void checksEveryIndexOfTheMigrations() throws IOException {
        long checked = 0;
        for (Resource script : new PathMatchingResourcePatternResolver().getResources("classpath*:db/*/V*.sql")) {
            String text = script.getContentAsString(StandardCharsets.UTF_8);
            long written = text.toLowerCase(Locale.ROOT)
                    .lines()
                    .filter(line -> line.matches(".*\\bcreate\\b.*\\bindex\\b.*"))
                    .count();

            assertThat(RequiredIndexes.CREATED.matcher(text).results().count())
                    .as("%s: write 'create index <name> on <table> (<columns>);' on one line", script.getFilename())
                    .isEqualTo(written);
            checked += written;
        }
        assertThat(checked).isPositive();
    }
}
