package org.acmconversation.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.scenario.Scenario.Expectation;
import org.acmconversation.scenario.Scenario.Start;
import org.acmconversation.scenario.Scenario.Step;
import org.jspecify.annotations.Nullable;

/** Parses a file of {@code processes/scenarios/}. {@code processes/scenarios/README.md} describes the format. */
class ScenarioFile {

    private static final int MAX_STEPS = 200;

    static final String NAME = "escenario";
    static final String START = "inicia";
    static final String STEPS = "pasos";
    static final String EXPECTED = "espera";

    static final String ENTRY = "entradas";
    static final String SEGMENT = "segment";
    static final String LICENSES = "licenses";
    static final String SERVICES = "services";

    private ScenarioFile() {}

    /** @throws ScenarioException if it is not a scenario */
    static Scenario parse(byte[] content) {
        YamlMap file = YamlMap.of(
                PlainYaml.parse(content), ScenarioMessages.worded("place.file"), List.of(NAME, START, STEPS, EXPECTED));
        return new Scenario(file.text(NAME), start(file), steps(file), expectation(file));
    }

    private static Start start(YamlMap file) {
        if (!file.has(START)) {
            throw file.missing(START);
        }
        YamlMap start = YamlMap.of(file.get(START), START, List.of(SEGMENT, LICENSES, SERVICES, ENTRY, "cliente"));
        return new Start(
                start.optionalText("cliente").orElse("Contoso"),
                start.word(SEGMENT, Segment.values()).orElseThrow(() -> start.missing(SEGMENT)),
                start.number(LICENSES, Profile.MAX_LICENSES).orElseThrow(() -> start.missing(LICENSES)),
                start.texts(SERVICES).filter(named -> !named.isEmpty()).orElseThrow(() -> start.missing(SERVICES)),
                entryCriteria(start));
    }

    /** Omitted criteria are met. */
    private static EntryCriteria entryCriteria(YamlMap start) {
        if (!(start.get(ENTRY) instanceof Map)) {
            String word = start.optionalText(ENTRY).orElse("cumplidas");
            if (!ClosestWord.plain(word).equals("cumplidas")) {
                throw new ScenarioException(ScenarioMessages.worded("entry", String.join(", ", EntryCriteria.NAMES)));
            }
            return new EntryCriteria(true, true, true, false);
        }
        YamlMap entry = YamlMap.of(start.get(ENTRY), ENTRY, EntryCriteria.NAMES);
        return new EntryCriteria(
                entry.yesOrNo(EntryCriteria.NAMES.get(0)).orElse(true),
                entry.yesOrNo(EntryCriteria.NAMES.get(1)).orElse(true),
                entry.yesOrNo(EntryCriteria.NAMES.get(2)).orElse(true),
                entry.yesOrNo(EntryCriteria.NAMES.get(3)).orElse(false));
    }

    private static List<Step> steps(YamlMap file) {
        Object written = file.get(STEPS);
        if (written == null) {
            return List.of();
        }
        if (!(written instanceof List<?> list)) {
            throw new ScenarioException(ScenarioMessages.worded("steps.list"));
        }
        if (list.size() > MAX_STEPS) {
            throw new ScenarioException(ScenarioMessages.worded("steps.many", MAX_STEPS));
        }
        List<Step> steps = new ArrayList<>();
        for (Object step : list) {
            steps.add(StepParser.parse(step, ScenarioMessages.worded("place.step", steps.size() + 1)));
        }
        return steps;
    }

    private static Expectation expectation(YamlMap file) {
        if (!file.has(EXPECTED)) {
            throw file.missing(EXPECTED);
        }
        YamlMap expected = YamlMap.of(
                file.get(EXPECTED),
                EXPECTED,
                List.of("termina", "resultado", "pasó", "no pasó", "ftop", StepParser.WAIT_AT));
        Map<String, FtopTaskStatus> ftop = new LinkedHashMap<>();
        expected.entries("ftop", String::valueOf)
                .forEach((task, status) ->
                        ftop.put(task, YamlMap.word(status, EXPECTED + ", ftop", FtopTaskStatus.values())));
        return new Expectation(
                orNull(expected.yesOrNo("termina")),
                orNull(expected.word("resultado", Outcome.values())),
                expected.texts("pasó").orElse(List.of()),
                expected.texts("no pasó").orElse(List.of()),
                ftop,
                orNull(expected.texts(StepParser.WAIT_AT)));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
