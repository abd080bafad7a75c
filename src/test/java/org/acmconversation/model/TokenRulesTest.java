package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forking and joining paths in small processes. */
class TokenRulesTest {

    private static final String FORKED = """
            <startEvent id="start"/>
            <parallelGateway id="fork"/>
            <userTask id="a"/>
            <userTask id="b"/>
            <%s id="join"/>
            <endEvent id="end"/>
            <sequenceFlow id="startToFork" sourceRef="start" targetRef="fork"/>
            <sequenceFlow id="forkToA" sourceRef="fork" targetRef="a"/>
            <sequenceFlow id="forkToB" sourceRef="fork" targetRef="b"/>
            <sequenceFlow id="aToJoin" sourceRef="a" targetRef="join"/>
            <sequenceFlow id="bToJoin" sourceRef="b" targetRef="join"/>
            <sequenceFlow id="joinToEnd" sourceRef="join" targetRef="end"/>
            """;

    private static final String TIMER = """
            <boundaryEvent id="late" attachedToRef="a" cancelActivity="%s"/>
            <endEvent id="given up"/>
            <sequenceFlow id="lateToGivenUp" sourceRef="late" targetRef="given up"/>
            """;

    private static List<String> findings(String elements) {
        var report = new Report();
        new TokenRules().check(Draft.read(Map.of("p.bpmn", """
                                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">%s</process></definitions>
                                        """.formatted(elements))), Draft.KNOWN, report);
        return report.findings().stream().map(Finding::toString).toList();
    }

    @Test
    void acceptsPathsJoinedByAParallelGateway() {
        assertThat(findings(FORKED.formatted("parallelGateway"))).isEmpty();
    }

    @Test
    void reportsPathsJoinedWithoutAParallelGateway() {
        assertThat(findings(FORKED.formatted("exclusiveGateway")))
                .containsExactly(
                        "p.bpmn [joinToEnd] el flujo de join a end se recorrería dos veces a la vez; una antes los caminos paralelos con una compuerta paralela");
    }

    @Test
    void reportsJoinsThatWaitForAPathNotTaken() {
        assertThat(findings(FORKED.formatted("parallelGateway")
                        .replace("<parallelGateway id=\"fork\"/>", "<exclusiveGateway id=\"fork\"/>")))
                .singleElement()
                .asString()
                .startsWith("p.bpmn [join] esperaría para siempre a un camino que no llega")
                .endsWith("ToJoin");
    }

    @Test
    void reportsJoinsOfInterruptedPaths() {
        assertThat(findings(FORKED.formatted("parallelGateway") + TIMER.formatted("true")))
                .singleElement()
                .asString()
                .startsWith("p.bpmn [join] esperaría para siempre")
                .endsWith("aToJoin");
    }

    @Test
    void acceptsNonInterruptingEvents() {
        assertThat(findings(FORKED.formatted("parallelGateway") + TIMER.formatted("false")))
                .isEmpty();
    }

    @Test
    void ignoresEventsAtOtherActivities() {
        String apart = TIMER.formatted("true").replace("attachedToRef=\"a\"", "attachedToRef=\"c\"");

        assertThat(findings(FORKED.formatted("parallelGateway") + apart)).isEmpty();
    }
}
