package org.acmconversation.task.process;

import java.util.List;
import java.util.function.Supplier;
import org.acmconversation.security.Caller;
import org.acmconversation.task.TaskTakenException;
import org.acmconversation.task.UnfitReceiverException;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Calls the engine as a person, so that it checks their authorizations, and maps its refusals to our exceptions. */
@Component
class EngineCaller {

    private final IdentityService identityService;

    EngineCaller(IdentityService identityService) {
        this.identityService = identityService;
    }

    <T> T as(Caller caller, Supplier<T> work) {
        identityService.setAuthentication(caller.name(), List.copyOf(caller.groups()));
        try {
            return work.get();
        } catch (TaskAlreadyClaimedException taken) {
            throw new TaskTakenException();
        } catch (OptimisticLockingException changed) {
            throw new OptimisticLockingFailureException("The task was changed concurrently", changed);
        } catch (BadUserRequestException unfit) {
            throw new UnfitReceiverException();
        } catch (AuthorizationException | NullValueException gone) {
            throw new UnknownTaskException();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
