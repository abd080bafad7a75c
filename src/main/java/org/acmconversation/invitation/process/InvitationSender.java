package org.acmconversation.invitation.process;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.CurrentCommand;
import org.acmconversation.engine.task.CompletionListener;
import org.acmconversation.engine.task.Submission;
import org.acmconversation.invitation.Invitations;
import org.acmconversation.invitation.Invitations.Colleague;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sends invitations when the task {@code scheduleConversation} is completed, whichever model has it. The models need
 * nothing for it, and scenarios send none.
 */
@Component
class InvitationSender implements CompletionListener {

    private static final String WITH_CUSTOMER = "FASTTRACK_AND_CUSTOMER";

    private final ObjectProvider<Invitations> invitations;
    private final ObjectProvider<IdentityService> identityService;

    /** Lazy, because they are created after the engine, with which they share the database. */
    InvitationSender(ObjectProvider<Invitations> invitations, ObjectProvider<IdentityService> identityService) {
        this.invitations = invitations;
        this.identityService = identityService;
    }

    @Override
    public void accepted(Submission submission) {
        if (submission.taskDefinitionKey().equals(ConversationModel.SCHEDULE_CONVERSATION)) {
            submission.businessKey().flatMap(BusinessKey::engagementId).ifPresent(id -> scheduled(id, submission));
        }
    }

    private void scheduled(UUID engagement, Submission submission) {
        Object at = submission.value(Variable.CONVERSATION_AT);
        if (at != null) {
            invitations
                    .getObject()
                    .scheduled(
                            engagement,
                            OffsetDateTime.parse(at.toString()).toInstant(),
                            WITH_CUSTOMER.equals(submission.value(Variable.INVITEES)),
                            scheduler());
        }
    }

    /** Invites the person who schedules the call, if their account has an address. */
    private List<Colleague> scheduler() {
        return CurrentCommand.caller().stream()
                .flatMap(person -> identityService.getObject().createUserQuery().userId(person).list().stream())
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank())
                .map(InvitationSender::colleague)
                .toList();
    }

    private static Colleague colleague(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Colleague(user.getId(), user.getEmail(), name.isEmpty() ? user.getId() : name);
    }
}
