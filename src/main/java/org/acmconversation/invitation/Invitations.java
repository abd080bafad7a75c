package org.acmconversation.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.contact.ContactDeleted;
import org.acmconversation.contact.ContactEmailChanged;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.invitation.InvitationRepository.Invited;
import org.acmconversation.mail.Mails;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Invites people to the conversation of an engagement, and informs them of a new time or the cancellation. Emails are
 * queued in the transaction that causes them. An invitation that has not been sent when the next one is created is
 * dropped.
 */
@Component
public class Invitations {

    private final Engagements engagements;
    private final InvitationRepository repository;
    private final Recipients recipients;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    Invitations(
            Engagements engagements,
            InvitationRepository repository,
            Recipients recipients,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.engagements = engagements;
        this.repository = repository;
        this.recipients = recipients;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A colleague who is invited.
     *
     * @param person their account
     */
    public record Colleague(String person, String address, String name) {}

    /**
     * The conversation was scheduled.
     *
     * @param withCustomer whether the customer's contacts are invited, too
     * @param colleagues beside the contacts who work for FastTrack
     */
    public void scheduled(UUID engagementId, Instant at, boolean withCustomer, List<Colleague> colleagues) {
        // A contact that is changed at the same time must be invited at the new address.
        engagements.lock(engagementId);
        CallInvitation invitation = repository
                .find(engagementId)
                .map(before -> before.at(at, withCustomer))
                .orElseGet(() -> CallInvitation.first(engagementId, at, withCustomer));
        invite(
                invitation,
                colleagues.stream()
                        .map(colleague -> new Invited(colleague.address(), colleague.name(), colleague.person()))
                        .toList());
    }

    @EventListener
    void rescheduled(EngagementEvent.ConversationRescheduled event) {
        repository
                .find(event.engagementId())
                .ifPresent(before -> invite(
                        before.at(event.at(), before.withCustomer()), repository.colleagues(event.engagementId())));
    }

    /** A call that has taken place is not canceled. */
    @EventListener
    void withdrawn(EngagementEvent.Withdrawn event) {
        repository
                .find(event.engagementId())
                .filter(invitation ->
                        !invitation.canceled() && invitation.startsAt().isAfter(clock.instant()))
                .ifPresent(this::cancel);
    }

    /** Deletes the data of a deleted contact. Somebody else with the same address stays invited. */
    @EventListener
    void contactDeleted(ContactDeleted event) {
        UUID engagementId = event.engagementId();
        String address = event.email();
        if (address == null) {
            return;
        }
        List<Recipient> others = repository
                .find(engagementId)
                .filter(invitation -> isInvited(engagementId, address))
                .map(invitation -> at(address, recipients.of(invitation, repository.colleagues(engagementId))))
                .orElse(List.of());
        repository.removeInvitee(engagementId, address);
        repository.addInvitees(engagementId, others);
        if (others.isEmpty()) {
            mails.forget(engagementId, address);
        }
    }

    /**
     * Invites a contact to a call at the corrected address if they were invited at the previous one. Unsent mail to the
     * previous address is dropped when it is composed.
     */
    @EventListener
    void contactEmailChanged(ContactEmailChanged event) {
        repository
                .find(event.engagementId())
                .filter(invitation ->
                        !invitation.canceled() && invitation.startsAt().isAfter(clock.instant()))
                .filter(invitation -> isInvited(event.engagementId(), event.previousEmail()))
                .ifPresent(invitation -> inviteAtNewAddress(invitation, event));
    }

    private boolean isInvited(UUID engagementId, @Nullable String address) {
        return repository.invited(engagementId).stream()
                .anyMatch(invited -> invited.address().equalsIgnoreCase(address));
    }

    private void inviteAtNewAddress(CallInvitation invitation, ContactEmailChanged event) {
        UUID engagementId = invitation.engagementId();
        List<Recipient> current = recipients.of(invitation, repository.colleagues(engagementId));
        if (at(event.previousEmail(), current).isEmpty()) {
            repository.removeInvitee(engagementId, event.previousEmail());
            mails.forgetDeadLetters(engagementId, event.previousEmail());
        }
        if (!isInvited(engagementId, event.email())) {
            List<Recipient> newRecipients = at(event.email(), current);
            repository.addInvitees(engagementId, newRecipients);
            send(invitation, newRecipients);
        }
    }

    private static List<Recipient> at(@Nullable String address, List<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.address().equalsIgnoreCase(address))
                .toList();
    }

    private void invite(CallInvitation invitation, List<Invited> colleagues) {
        dropUnsent(invitation);
        List<Recipient> invited = recipients.of(invitation, colleagues);
        repository.save(invitation);
        repository.invite(invitation.engagementId(), invited);
        send(invitation, invited);
    }

    /** Informs the people who may have got the invitation and may still be contacted. */
    private void cancel(CallInvitation invitation) {
        CallInvitation canceled = invitation.cancel();
        Set<String> unaware = dropUnsent(canceled);
        Set<String> invited = repository.invited(invitation.engagementId()).stream()
                .map(Invited::address)
                .filter(address -> invitation.sequence() > 0 || !unaware.contains(address))
                .collect(Collectors.toSet());
        repository.save(canceled);
        send(
                canceled,
                recipients.of(canceled, repository.colleagues(invitation.engagementId())).stream()
                        .filter(recipient -> invited.contains(recipient.address()))
                        .toList());
    }

    /** Drops unsent emails of the previous invitation. Returns the addresses that did not get it. */
    private Set<String> dropUnsent(CallInvitation next) {
        return repository
                .find(next.engagementId())
                .map(before -> repository.invited(next.engagementId()).stream()
                        .map(Invited::address)
                        .filter(address -> mails.discard(InvitationMails.key(before, address)))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private void send(CallInvitation invitation, List<Recipient> recipients) {
        long queued = recipients.stream()
                .filter(recipient -> mails.sendLater(
                        InvitationMails.key(invitation, recipient.address()),
                        invitation.engagementId(),
                        InvitationComposer.NAME,
                        recipient.address()))
                .count();
        if (queued > 0) {
            timeline.recordOfSystem(
                    invitation.engagementId().toString(), event(invitation), null, null, Map.of("recipients", queued));
        }
    }

    private static Event event(CallInvitation invitation) {
        if (invitation.canceled()) {
            return Event.CALL_INVITATION_CANCELED;
        }
        return invitation.sequence() == 0 ? Event.CALL_INVITATION_SENT : Event.CALL_INVITATION_UPDATED;
    }
}
