package org.acmconversation.task.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.acmconversation.security.Caller;
import org.acmconversation.task.TaskTakenException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** How the engine's refusals of a person's call are mapped. */
class EngineCallerTest {

    private final IdentityService identityService = mock();
    private final EngineCaller engine = new EngineCaller(identityService);
    private final Caller ana = new Caller("ana", List.of("fasttrack-manager"));

    @Test
    void aTaskOfSomebodyElseIsTaken() {
        assertThatThrownBy(() -> engine.as(ana, () -> {
                    throw new TaskAlreadyClaimedException("task", "luis");
                }))
                .isInstanceOf(TaskTakenException.class);
    }

    /** The deadline mover may have changed the task: nobody has taken it. */
    @Test
    void anyOtherConflictMayBeRetried() {
        assertThatThrownBy(() -> engine.as(ana, () -> {
                    throw new OptimisticLockingException("changed");
                }))
                .isInstanceOf(ConcurrencyFailureException.class);

        verify(identityService).clearAuthentication();
    }
}
