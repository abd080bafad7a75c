package org.acmconversation.scenario;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.scenario.Scenario.Change;
import org.acmconversation.scenario.Scenario.Complete;
import org.acmconversation.scenario.Scenario.Pass;
import org.acmconversation.scenario.Scenario.Refuse;
import org.acmconversation.scenario.Scenario.Reschedule;
import org.acmconversation.scenario.Scenario.Step;
import org.acmconversation.scenario.Scenario.WaitAt;
import org.acmconversation.scenario.Scenario.Withdraw;

/** Parses one step of a scenario file. Its verb determines its kind. */
class StepParser {

    static final String WAIT_AT = "está en";

    static final String COMPLETE = "completa";
    static final String WITH = "con";
    static final String TASK = "tarea";
    static final String FTOP = "ftop";
    static final String REFUSES = "rechaza";
    private static final String REASON = "motivo";
    static final String PASS = "pasa";
    static final String CHANGE = "cambia";
    static final String RESCHEDULE = "reprograma";
    static final String WITHDRAW = "retira";

    private static final Map<String, BiFunction<YamlMap, String, Step>> VERBS = Map.of(
            COMPLETE, StepParser::complete,
            FTOP, StepParser::ftop,
            PASS, StepParser::pass,
            CHANGE, StepParser::change,
            RESCHEDULE, StepParser::reschedule,
            WITHDRAW, (step, place) -> new Withdraw(place, step.text(WITHDRAW)),
            WAIT_AT, (step, place) -> new WaitAt(place, step.texts(WAIT_AT).orElse(List.of())));

    private StepParser() {}

    /** @param place name of the step, for messages */
    static Step parse(Object written, String place) {
        YamlMap step = YamlMap.of(
                written, place, List.of(COMPLETE, WITH, TASK, FTOP, PASS, CHANGE, RESCHEDULE, WITHDRAW, WAIT_AT));
        List<String> verbs = VERBS.keySet().stream().filter(step::has).sorted().toList();
        if (verbs.size() != 1) {
            throw new ScenarioException(ScenarioMessages.worded(
                    "step.verb",
                    place,
                    String.join(", ", VERBS.keySet().stream().sorted().toList())));
        }
        String verb = verbs.get(0);
        if (!verb.equals(COMPLETE) && (step.has(WITH) || step.has(TASK))) {
            throw new ScenarioException(ScenarioMessages.worded("step.with", place));
        }
        return Objects.requireNonNull(VERBS.get(verb)).apply(step, place);
    }

    private static Step complete(YamlMap step, String place) {
        String activity = step.text(COMPLETE);
        return new Complete(
                "%s (%s: %s)".formatted(place, COMPLETE, activity),
                activity,
                step.optionalText(TASK).orElse(null),
                step.entries(WITH, value -> value));
    }

    private static Step ftop(YamlMap step, String place) {
        YamlMap ftop = YamlMap.of(step.get(FTOP), place + ", " + FTOP, List.of(REFUSES, REASON));
        return new Refuse(
                place,
                ftop.texts(REFUSES).orElseThrow(() -> ftop.missing(REFUSES)),
                ftop.optionalText(REASON).orElse(ScenarioMessages.worded("refused")));
    }

    private static Step pass(YamlMap step, String place) {
        String written = step.text(PASS);
        return new Pass(
                "%s (%s: %s)".formatted(place, PASS, written),
                SpanishTime.duration(written)
                        .orElseThrow(() -> new ScenarioException(ScenarioMessages.worded("time", place, written))));
    }

    private static Step reschedule(YamlMap step, String place) {
        String written = step.text(RESCHEDULE);
        return new Reschedule(
                "%s (%s: %s)".formatted(place, RESCHEDULE, written),
                SpanishTime.fromNow(written)
                        .orElseThrow(() -> new ScenarioException(ScenarioMessages.worded("moment", place, written))));
    }

    private static Step change(YamlMap step, String place) {
        YamlMap change =
                YamlMap.of(step.get(CHANGE), place + ", " + CHANGE, List.of("segment", "licenses", "services"));
        return new Change(
                "%s (%s)".formatted(place, CHANGE),
                change.word("segment", Segment.values()).orElse(null),
                change.number("licenses", Profile.MAX_LICENSES).orElse(null),
                change.texts("services").orElse(null));
    }
}
