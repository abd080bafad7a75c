package org.acmconversation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.scenario.Scenario.Change;
import org.acmconversation.scenario.Scenario.Complete;
import org.acmconversation.scenario.Scenario.Pass;
import org.acmconversation.scenario.Scenario.Refuse;
import org.acmconversation.scenario.Scenario.WaitAt;
import org.acmconversation.scenario.Scenario.Withdraw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario file has one meaning, or parsing it reports what is wrong. */
class ScenarioFileTest {

    private static final String RIGHT = """
            escenario: Enterprise grande que rechaza al socio
            inicia: {segment: ENTERPRISE, licenses: 25000, services: [EXCHANGE], entradas: cumplidas}
            pasos:
              - completa: scheduleConversation
                con: {conversationAt: en 2 días, itProfessional: Ana, partnerRequested: true, notes: ""}
              - ftop: {rechaza: "3278", motivo: Falta el contrato}
              - pasa: 3 días
              - cambia: {licenses: 30000}
              - retira: El cliente se va
              - está en: [scheduleConversation]
            espera:
              termina: true
              resultado: WITHDRAWN
              pasó: [createConversationTask]
              no pasó: [introduceAdoptionSme]
              ftop: {"4047": COMPLETED}
            """;

    private static Scenario parse(String text) {
        return ScenarioFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void parsesEveryKindOfStep() {
        Scenario scenario = parse(RIGHT);

        assertThat(scenario.name()).isEqualTo("Enterprise grande que rechaza al socio");
        assertThat(scenario.start())
                .isEqualTo(new Scenario.Start(
                        "Contoso",
                        Segment.ENTERPRISE,
                        25_000,
                        List.of("EXCHANGE"),
                        new EntryCriteria(true, true, true, false)));
        assertThat(scenario.steps())
                .containsExactly(
                        new Complete(
                                "paso 1 (completa: scheduleConversation)",
                                "scheduleConversation",
                                null,
                                Map.of(
                                        "conversationAt", "en 2 días",
                                        "itProfessional", "Ana",
                                        "partnerRequested", true,
                                        "notes", "")),
                        new Refuse("paso 2", List.of("3278"), "Falta el contrato"),
                        new Pass("paso 3 (pasa: 3 días)", Duration.ofDays(3)),
                        new Change("paso 4 (cambia)", null, 30_000, null),
                        new Withdraw("paso 5", "El cliente se va"),
                        new WaitAt("paso 6", List.of("scheduleConversation")));
        assertThat(scenario.expected())
                .isEqualTo(new Scenario.Expectation(
                        true,
                        Outcome.WITHDRAWN,
                        List.of("createConversationTask"),
                        List.of("introduceAdoptionSme"),
                        Map.of("4047", FtopTaskStatus.COMPLETED),
                        null));
    }

    @Test
    void acceptsMissingAccentsAndSpanishBooleans() {
        Scenario scenario = parse(RIGHT.replace("pasó", "paso")
                .replace("está en", "esta en")
                .replace("termina: true", "termina: No")
                .replace("cumplidas", "{kickoffHeld: no, resourcesClear: sí}")
                .replace("\"4047\"", "4047"));

        assertThat(scenario.expected().ends()).isFalse();
        assertThat(scenario.expected().passed()).containsExactly("createConversationTask");
        assertThat(scenario.expected().ftop()).containsOnlyKeys("4047");
        assertThat(scenario.start().entryCriteria()).isEqualTo(new EntryCriteria(false, true, true, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '´',
            value = {
                "escenario: E | escenari: E | el archivo: no se conoce «escenari». ¿Quiso decir «escenario»?",
                "inicia: {segment | comienza: {segment | el archivo: no se conoce «comienza». Se admiten: escenario, inicia",
                "segment: ENTERPRISE | segment: ENTREPRISE | inicia, segment: no se conoce «ENTREPRISE». ¿Quiso decir «ENTERPRISE»?",
                "segment: ENTERPRISE, | ´´ | inicia, segment: falta",
                "25000 | muchas | inicia, licenses: aquí va un número entero",
                "25000 | 0 | inicia, licenses: aquí va un número entero de 1 a 10000000",
                "[EXCHANGE] | [] | inicia, services: falta",
                "cumplidas | casi | entradas: aquí va «cumplidas»",
                "- pasa: 3 días | - pasa: tres lunas | paso 3: «tres lunas» no es un tiempo",
                "- pasa: 3 días | - pase: 3 días | paso 3: no se conoce «pase». ¿Quiso decir «pasa»?",
                "- pasa: 3 días | - con: {a: b} | paso 3: cada paso dice una sola cosa",
                "- pasa: 3 días | - {pasa: 3 días, retira: ya} | paso 3: cada paso dice una sola cosa",
                "- pasa: 3 días | - {pasa: 3 días, con: {a: b}} | paso 3: «con» y «tarea» solo acompañan a «completa»",
                "- pasa: 3 días | - 3 días | paso 3: aquí va una lista de pares «nombre: valor»",
                "rechaza: \"3278\" | rehusa: \"3278\" | paso 2, ftop: no se conoce «rehusa». ",
                "rechaza: \"3278\", | ´´ | paso 2, ftop, rechaza: falta",
                "{licenses: 30000} | {licencias: 30000} | paso 4, cambia: no se conoce «licencias». ¿Quiso decir «licenses»?",
                "termina: true | termina: quizá | espera, termina: aquí va «sí» o «no»",
                "WITHDRAWN | WITHDRAW | espera, resultado: no se conoce «WITHDRAW». ¿Quiso decir «WITHDRAWN»?",
                "COMPLETED | DONE | espera, ftop: no se conoce «DONE». Se admiten: OPEN, COMPLETED, DECLINED, CANCELED",
                "espera: | espero: | no se conoce «espero». ¿Quiso decir «espera»?",
                "[createConversationTask] | {a: b} | espera, pasó: aquí va una lista de textos",
                "pasa: 3 días | pasa: @3 días | la línea 7 no es YAML",
                "pasa: 3 días | pasa: &a {b: *a} | no es YAML",
                "pasa: 3 días | pasa: !!javax.script.ScriptEngineManager [] | no es YAML",
            })
    void locatesMistakes(String right, String wrong, String message) {
        assertThat(RIGHT).contains(right);

        assertThatThrownBy(() -> parse(RIGHT.replaceFirst(Pattern.quote(right), wrong)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(message.strip());
    }

    static List<String> rejectsOversizedOrMalformedFiles() {
        return Arrays.asList(
                "a".repeat(70_000),
                RIGHT.replace("El cliente se va", "x".repeat(70_000)),
                "a: " + "[".repeat(50) + "]".repeat(50),
                RIGHT.replace("  - pasa: 3 días\n", "  - pasa: 3 días\n".repeat(250)),
                RIGHT + "escenario: Otra vez\n",
                "",
                "[]",
                "\u0000");
    }

    @ParameterizedTest
    @MethodSource
    void rejectsOversizedOrMalformedFiles(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(ScenarioException.class);
    }
}
