package org.acmconversation.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and pages state the limit of {@code enterprise-eligibility.dmn}, spelled so that a search finds it. */
class EligibilityLimitTest {

    private static final Pattern LIMIT = Pattern.compile("<text>&gt; ?(\\d+)</text>");

    private static final Pattern STATED =
            Pattern.compile("(\\d[\\d.,\\s\\u00a0\\u202f]*\\d)[\\s\\u00a0\\u202f]+licencias");

    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    private final int limit = limit();

    private static int limit() {
        Matcher table = LIMIT.matcher(new String(Models.contents().get("decisions/enterprise-eligibility.dmn"), UTF_8));
        assertThat(table.find()).isTrue();
        return Integer.parseInt(table.group(1));
    }

    private String spelled(Locale locale) {
        return String.format(locale, "%,d", limit);
    }

    @Test
    void textsOfModelsStateTheLimitOfTheTable() {
        List<String> stated = Models.contents().values().stream()
                .flatMap(model -> STATED.matcher(new String(model, UTF_8)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(stated).hasSizeGreaterThanOrEqualTo(4).containsOnly(spelled(SPAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/playbook.md"})
    void englishPagesStateTheLimitOfTheTable(Path page) {
        assertThat(page).content().contains(spelled(Locale.US) + " licenses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/manual-es.md", "processes/README.md"})
    void spanishPagesStateTheLimitOfTheTable(Path page) {
        assertThat(page).content().contains(spelled(SPAIN) + " licencias");
    }
}
