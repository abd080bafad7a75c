package org.acmconversation.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Texts of the models state the limit of {@code enterprise-eligibility.dmn}, spelled so that a search finds them. */
class EligibilityLimitTest {

    private static final Pattern LIMIT = Pattern.compile("<text>&gt; ?(\\d+)</text>");

    private static final Pattern STATED =
            Pattern.compile("(\\d[\\d.,\\s\\u00a0\\u202f]*\\d)[\\s\\u00a0\\u202f]+licencias");

    @Test
    void textsOfModelsStateTheLimitOfTheTable() {
        Matcher table = LIMIT.matcher(new String(Models.contents().get("decisions/enterprise-eligibility.dmn"), UTF_8));
        assertThat(table.find()).isTrue();
        String limit = String.format(Locale.ROOT, "%,d", Integer.parseInt(table.group(1)))
                .replace(',', '.');

        List<String> stated = Models.contents().values().stream()
                .flatMap(model -> STATED.matcher(new String(model, UTF_8)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(stated).hasSizeGreaterThanOrEqualTo(4).containsOnly(limit);
    }
}
