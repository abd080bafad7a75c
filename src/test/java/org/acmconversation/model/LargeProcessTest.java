package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checking a process takes work in proportion to its size: twice the steps are read twice as often, not four times. */
class LargeProcessTest {

    private static final int PARTS = 25;

    /** Two, with some tolerance; quadratic growth would give four. */
    private static final double ABOUT_TWICE = 2.4;

    static List<ModelRule> rules() {
        return ModelRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rulesReadEachStepAFewTimes(ModelRule rule) {
        assertThat((double) reads(rule, 2 * PARTS)).isLessThanOrEqualTo(ABOUT_TWICE * reads(rule, PARTS));
    }

    private static long reads(ModelRule rule, int parts) {
        ModelFiles models = Draft.read(LargeProcess.files(parts));
        CountedReads counted = CountedReads.of(models);
        rule.check(models, Draft.KNOWN, new Report());
        return counted.reads();
    }

    @Test
    void variablesNeededReadEachStepAFewTimes() {
        assertThat((double) readsForNeeds(2 * PARTS)).isLessThanOrEqualTo(ABOUT_TWICE * readsForNeeds(PARTS));
    }

    private static long readsForNeeds(int parts) {
        ModelFiles models = Draft.read(LargeProcess.files(parts));
        CountedReads counted = CountedReads.of(models);
        ModelElement process = models.inProcesses("process").findFirst().orElseThrow();
        var flow = new DataFlow(process, models, Draft.KNOWN);
        assertThat(flow.nodes()).hasSizeGreaterThan(8 * parts);
        assertThat(flow.nodes())
                .anySatisfy(step -> assertThat(flow.neededFrom(step)).containsKey("services"));
        return counted.reads();
    }
}
