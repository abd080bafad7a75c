package org.acmconversation.webpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.absence.Absences;
import org.acmconversation.contact.Contact;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.SimilarEngagement;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.notification.Channel;
import org.acmconversation.notification.Kind;
import org.acmconversation.release.Change;
import org.acmconversation.release.ImpactReport;
import org.acmconversation.release.Migration;
import org.acmconversation.release.ReleaseFinding;
import org.acmconversation.release.ReleaseState;
import org.acmconversation.scenario.RehearsalResult;
import org.acmconversation.timeline.TimelineEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of our pages, in both languages. */
class PageTextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.]+)[(}]|#messages\\.msg\\('([\\w.]+)'[,)]");
    /** Durations have words, and spreadsheets show the number of a line as it is. */
    private static final Pattern RAW_NUMBER =
            Pattern.compile("class=\"number\"[^>]* th:text=\"\\$\\{(?!moments\\.span|rejection\\.line)[^\"]*\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    @ParameterizedTest
    @ValueSource(strings = {"login", "names", "pages", "people"})
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders(String bundle) throws IOException {
        Properties spanish = read(bundle + ".properties");
        Properties english = read(bundle + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(spanish.stringPropertyNames());
        for (String key : spanish.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(placeholders(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(spanish.getProperty(key)));
            assertThat(english.getProperty(key))
                    .as("an apostrophe quotes placeholders")
                    .doesNotContain("'");
            assertThat(spanish.getProperty(key))
                    .as("an apostrophe quotes placeholders")
                    .doesNotContain("'");
        }
    }

    @Test
    void everyTemplateTextExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : List.of("login", "names", "pages", "people")) {
            known.addAll(read(bundle + ".properties").stringPropertyNames());
        }
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(template))
                        .results()
                        .forEach(key -> used.add(key.group(1) == null ? key.group(2) : key.group(1)));
            }
        }

        assertThat(used).hasSizeGreaterThan(50).contains("refused.other", "invalid.other");
        assertThat(known).containsAll(used);
    }

    @Test
    void numbersInTablesHaveTheSeparatorsOfTheLanguage() throws IOException {
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(RAW_NUMBER
                                .matcher(Files.readString(template))
                                .results()
                                .map(MatchResult::group))
                        .as(template.toString())
                        .isEmpty();
            }
        }
    }

    /** The hidden key is missing if a script sent the form or a browser extension removed the field. */
    @Test
    void aMissingFormKeyHasAnErrorText() throws IOException {
        for (String bundle : List.of("pages.properties", "pages_en.properties")) {
            assertThat(read(bundle).stringPropertyNames()).as(bundle).contains("invalid.Idempotency-Key");
        }
    }

    /** Their keys are composed of constant names, so no template contains them. */
    @Test
    void everyConstantHasAText() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : List.of("names", "pages", "people")) {
            known.addAll(read(bundle + ".properties").stringPropertyNames());
        }

        assertThat(known)
                .containsAll(keys("absence.gap.", Absences.Gap.values()))
                .containsAll(keys("choices.", Channel.values()))
                .containsAll(keys("choices.", Kind.values()))
                .containsAll(keys("contact.organization.", Contact.Organization.values()))
                .containsAll(keys("release.kind.", Change.Kind.values()))
                .containsAll(keys("release.migration.", Migration.State.values()))
                .containsAll(keys("release.name.", ReleaseState.values()))
                .containsAll(keys("release.scenarios.", RehearsalResult.State.values()))
                .containsAll(keys("release.severity.", ReleaseFinding.Severity.values()))
                .containsAll(keys("release.state.", ReleaseState.values()))
                .containsAll(keys("release.verdict.", ImpactReport.Verdict.values()))
                .containsAll(keys("timeline.", TimelineEntry.Event.values()))
                .containsAll(keys("status.", EngagementStatus.values()))
                .containsAll(keys("outcome.", Outcome.values()))
                .containsAll(keys("segment.", Segment.values()))
                .containsAll(keys("initiative.", Initiative.values()))
                .containsAll(keys("ftop.status.", FtopTaskStatus.values()))
                .containsAll(keys("start.similar.", SimilarEngagement.Why.values()))
                .containsAll(keys("list.due.", Due.values()));
    }

    private static List<String> keys(String prefix, Enum<?>... names) {
        return Stream.of(names).map(name -> prefix + name.name()).toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties read(String bundle) throws IOException {
        var texts = new Properties();
        try (Reader file = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            texts.load(file);
        }
        return texts;
    }
}
