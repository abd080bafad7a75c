package org.acmconversation.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.acmconversation.scenario.ScenarioException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;

/** What authors of scenarios read when the engine cannot continue. */
class StepFailuresTest {

    @Test
    void saysWhatIsWrongAtAGateway() {
        String said =
                "ENGINE-02004 No outgoing sequence flow of the exclusive gateway with id 'decided' could be selected";

        assertThat(StepFailures.worded(new IllegalStateException(new ProcessEngineException(said))))
                .startsWith("en la compuerta «decided» no se cumple ninguna condición")
                .endsWith("(detalle técnico: %s)".formatted(said));
    }

    @Test
    void appendsTheEnginesMessageToOtherFailures() {
        assertThat(StepFailures.worded(new ProcessEngineException("ENGINE-1 No such thing")))
                .startsWith("el motor no puede continuar en este paso")
                .endsWith("(detalle técnico: ENGINE-1 No such thing)");
    }

    @Test
    void keepsWhatWasWrittenForAuthors() {
        assertThat(StepFailures.worded(new ProcessEngineException("refused", new ScenarioException("no termina"))))
                .isEqualTo("no termina");
    }
}
