package org.acmconversation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.acmconversation.scenario.RehearsalResult.State;
import org.acmconversation.scenario.process.NewScratchModels;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** Scenarios test models before they are used; the shipped ones reach every path of the shipped models. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class ScenariosTest {

    private static final String START =
            "inicia: {segment: SMB, licenses: 300, services: [EDGE], entradas: cumplidas}\n";

    private static final String SCHEDULE = """
              - completa: scheduleConversation
                con: {conversationAt: en 2 días, itProfessional: Ana, businessStakeholders: Luis, decisionMakers: Eva}
            """;

    private final Scenarios scenarios = new Scenarios(NewScratchModels.create());

    @AfterEach
    void stop() {
        scenarios.destroy();
    }

    @Test
    void shippedScenariosPassReachEveryPathAndLogNothing(CapturedOutput output) {
        RehearsalResult result = scenarios.run(ShippedFiles.read());

        assertThat(output.getAll()).doesNotContain(" INFO ").doesNotContain("Engagement");

        assertThat(result.state()).isEqualTo(State.DONE);
        assertThat(result.results())
                .hasSizeGreaterThan(15)
                .allSatisfy(scenario -> assertThat(scenario.message()).isEmpty());
        assertThat(result.failed()).isZero();
        assertThat(result.passed()).isEqualTo(result.results().size());
        assertThat(result.uncovered()).isEmpty();
        assertThat(ProcessEngines.getProcessEngines().keySet()).noneMatch(engine -> engine.startsWith("scratch"));
    }

    @Test
    void reportsPartsThatNoScenarioReaches() throws InterruptedException {
        Map<String, byte[]> files = ShippedFiles.models();
        files.put("scenarios/a.yaml", file(START + "espera: {}"));
        List<ModelPart> changed = List.of(
                new ModelPart("acm-conversation.bpmn", "scheduleConversation"),
                new ModelPart("acm-conversation.bpmn", "conductConversation"),
                new ModelPart("acm-conversation.bpmn", "conductConversationOverdue"),
                new ModelPart("acm-conversation.bpmn", "entryDecidedToCreateConversationTask"),
                new ModelPart("acm-conversation.bpmn", "partnerRequestedToRequestAcmPartner"),
                new ModelPart("acm-conversation.bpmn", "completeConversationTask"),
                new ModelPart("decisions/acm-entry-criteria.dmn", "entryCriteriaMet"),
                new ModelPart("decisions/acm-entry-criteria.dmn", "entryCriteriaIncomplete"),
                new ModelPart("decisions/ftop-catalog.dmn", "ftop4047"));
        List<RehearsalResult> told = Collections.synchronizedList(new ArrayList<>());
        Set<String> enginesForRest = ConcurrentHashMap.newKeySet();
        var done = new CountDownLatch(1);

        var rehearsal = scenarios.start(files, changed, result -> {
            told.add(result);
            enginesForRest.addAll(ProcessEngines.getProcessEngines().keySet());
            if (result.state() == State.DONE) {
                done.countDown();
            }
            return true;
        });

        assertThat(done.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(told).extracting(RehearsalResult::state).containsExactly(State.RUNNING, State.RUNNING, State.DONE);
        assertThat(rehearsal.result()).isEqualTo(told.get(2));
        assertThat(enginesForRest).noneMatch(engine -> engine.startsWith("scratch"));
        assertThat(rehearsal.result().passed()).isOne();
        assertThat(rehearsal.result().uncovered())
                .extracting(ModelPart::elementId)
                .containsExactly(
                        "conductConversation",
                        "conductConversationOverdue",
                        "partnerRequestedToRequestAcmPartner",
                        "entryCriteriaIncomplete");
    }

    @Test
    void explainsFailedScenariosAndSuggestsCorrections() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(
                START + "pasos:\n  - completa: conductConversation\nespera: {}",
                "paso 1 (completa: conductConversation): el caso no espera en «Llevar a cabo la conversación»"
                        + " (conductConversation), sino en: «Programar la conversación» (scheduleConversation) de la"
                        + " tarea 4047.");
        expected.put(
                START + "pasos:\n  - completa: scheduleConversacion\nespera: {}",
                "sino en: «Programar la conversación» (scheduleConversation) de la tarea 4047."
                        + " ¿Quiso decir «scheduleConversation»?");
        expected.put(
                START + "pasos:\n  - completa: Programar la conversacion\nespera: {}",
                "¿Quiso decir «scheduleConversation»?");
        expected.put(
                START + "pasos:\n  - completa: scheduleConversation\n    con: {itProfesional: Ana}\nespera: {}",
                "el formulario no tiene el campo «itProfesional». ¿Quiso decir «itProfessional»?");
        expected.put(
                START + "pasos:\n  - completa: scheduleConversation\n    con: {conversationAt: hace 1 día}\nespera: {}",
                "conversationAt (Fecha de la llamada): debe estar en el futuro");
        expected.put(
                START + "pasos:\n" + SCHEDULE + "  - está en: scheduleConversation\nespera: {}",
                "paso 2: el caso espera en: «Llevar a cabo la conversación» (conductConversation) de la tarea 4047");
        expected.put(
                START.replace("EDGE", "EXCHANGES") + "espera: {}",
                "no se conoce el servicio «EXCHANGES». ¿Quiso decir «EXCHANGE»?");
        expected.put(
                START + "espera: {termina: sí, resultado: WITHDRAWN, pasó: [conductConversation], no pasó: ["
                        + "createConversationTask, conductConversatio], ftop: {\"4047\": COMPLETED}}",
                "lo que se espera: el caso no termina; espera en: «Programar la conversación» (scheduleConversation) de"
                        + " la tarea 4047; el resultado no es WITHDRAWN, sino ninguno; no pasó por «Llevar a cabo la"
                        + " conversación» (conductConversation); pasó por «Crear la tarea 4047 en FTOP»"
                        + " (createConversationTask); ningún modelo tiene un elemento «conductConversatio». ¿Quiso"
                        + " decir «conductConversation»?; la tarea 4047 de FTOP no está COMPLETED, sino OPEN");
        expected.put("pasos: []", "el archivo, escenario: falta");
        Map<String, byte[]> files = ShippedFiles.models();
        int number = 10;
        for (String scenario : expected.keySet()) {
            files.put("scenarios/%d.yaml".formatted(number++), file(scenario));
        }
        files.put("scenarios/99.yaml", file(START + "espera: {está en: scheduleConversation}"));

        RehearsalResult result = scenarios.run(files);

        List<String> messages = List.copyOf(expected.values());
        for (int i = 0; i < messages.size(); i++) {
            ScenarioResult failed = result.results().get(i);
            assertThat(failed.passed()).as(messages.get(i)).isFalse();
            assertThat(failed.message()).startsWith(failed.path() + ": ").contains(messages.get(i));
        }
        assertThat(result.results().get(messages.size()).passed()).isTrue();
        assertThat(result.failed()).isEqualTo(messages.size());
    }

    @Test
    void exampleInTheReadmePasses() throws IOException {
        String readme = Files.readString(Path.of("processes", "scenarios", "README.md"));
        int start = readme.indexOf("```yaml\n") + 8;
        Map<String, byte[]> files = ShippedFiles.models();
        files.put(
                "scenarios/a.yaml",
                readme.substring(start, readme.indexOf("```", start)).getBytes(StandardCharsets.UTF_8));

        assertThat(scenarios.run(files).results())
                .extracting(ScenarioResult::message)
                .containsExactly("");
    }

    @Test
    void canceledScenariosCountAsFailed() throws InterruptedException {
        Map<String, byte[]> files = ShippedFiles.read();
        var done = new CountDownLatch(1);
        var rehearsal = scenarios.start(files, List.of(), result -> {
            if (result.state() == State.DONE) {
                done.countDown();
            }
            return true;
        });

        rehearsal.cancel();

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rehearsal.result().failed()).isPositive();
        assertThat(rehearsal.result().results())
                .last()
                .satisfies(last -> assertThat(last.message()).contains("se ha interrumpido"));
    }

    @Test
    void anOutageIsNoResult() throws InterruptedException {
        List<State> told = new CopyOnWriteArrayList<>();
        scenarios.start(ShippedFiles.read(), List.of(), result -> {
            told.add(result.state());
            throw new DataAccessResourceFailureException("The database is down");
        });

        var done = new CountDownLatch(1);
        scenarios
                .start(ShippedFiles.read(), List.of(), result -> {
                    done.countDown();
                    return false;
                })
                .cancel();

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told).containsExactly(State.RUNNING);
    }

    @Test
    void cancelsRunsThatAreNoLongerNeeded() throws InterruptedException {
        var done = new CountDownLatch(1);
        var rehearsal = scenarios.start(ShippedFiles.read(), List.of(), result -> {
            if (result.state() == State.DONE) {
                done.countDown();
            }
            return false;
        });

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rehearsal.result().passed()).isZero();
        assertThat(rehearsal.result().results())
                .extracting(ScenarioResult::message)
                .containsOnly("se ha interrumpido");
    }

    @Test
    void modelsThatCannotBeDeployedFailAllScenarios() {
        Map<String, byte[]> files = ShippedFiles.read();
        files.computeIfPresent(
                "value-discussion.bpmn",
                (path, content) -> replace(
                        content,
                        "camunda:delegateExpression=\"${completeFtopTask}\"",
                        "camunda:class=\"java.lang.Object\""));

        RehearsalResult result = scenarios.run(files);

        assertThat(result.passed()).isZero();
        assertThat(result.results())
                .allSatisfy(scenario -> assertThat(scenario.message())
                        .contains("los modelos no se pueden desplegar", "value-discussion.bpmn"));
    }

    @Test
    void stopsEndlessModels() {
        Map<String, byte[]> files = ShippedFiles.models();
        files.computeIfPresent(
                "acm-conversation.bpmn",
                (path, content) -> replace(
                        content,
                        "sourceRef=\"entryDecided\" targetRef=\"completeEntryCriteria\"",
                        "sourceRef=\"entryDecided\" targetRef=\"decideEntry\""));
        files.put("scenarios/a.yaml", file(START.replace("cumplidas", "{kickoffHeld: no}") + "espera: {}"));
        files.put("scenarios/b.yaml", file(START + "espera: {está en: scheduleConversation}"));

        RehearsalResult result = scenarios.run(files);

        assertThat(result.results().get(0).message()).contains("no termina");
        assertThat(result.results().get(1).passed()).isTrue();
    }

    /** With the engine's own words after them, for who looks after the service. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            acm-conversation.bpmn            | ${entryDecision == 'MET'}  | ${entryDecison == 'MET'}           | una expresión lee «entryDecison», que no tiene valor
            acm-conversation.bpmn            | ${entryDecision == 'MET'}  | ${entryDecision}                   | una condición no da ni sí ni no
            decisions/acm-entry-criteria.dmn | hitPolicy="FIRST"          | hitPolicy="UNIQUE"                 | una decisión no se puede tomar con estos datos
            """)
    void saysInSpanishWhatTheEngineRefuses(String file, String from, String to, String sentence) {
        Map<String, byte[]> files = ShippedFiles.models();
        files.computeIfPresent(file, (path, content) -> replace(content, from, to));
        files.put("scenarios/a.yaml", file(START + "espera: {}"));

        assertThat(scenarios.run(files).results())
                .singleElement()
                .satisfies(
                        result -> assertThat(result.message()).contains("inicia: " + sentence, "(detalle técnico: "));
    }

    private static byte[] file(String text) {
        return ("escenario: Prueba\n" + text)
                .replaceFirst("escenario: Prueba\n(?=pasos: \\[)", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] content, String target, String replacement) {
        String text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).contains(target);
        return text.replace(target, replacement).getBytes(StandardCharsets.UTF_8);
    }
}
