package org.acmconversation.invitation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.MailComposer;
import org.acmconversation.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Composes an invitation when it is sent. People who must no longer be contacted, were deleted or have left by then get
 * none, and nobody gets one that has been replaced or whose call is over.
 */
@Component
class InvitationComposer implements MailComposer {

    static final String NAME = "invitation";

    private final InvitationRepository repository;
    private final Recipients recipients;
    private final InvitationMails texts;
    private final Engagements engagements;
    private final Mails mails;
    private final Clock clock;

    InvitationComposer(
            InvitationRepository repository,
            Recipients recipients,
            InvitationMails texts,
            Engagements engagements,
            Mails mails,
            Clock clock) {
        this.repository = repository;
        this.recipients = recipients;
        this.texts = texts;
        this.engagements = engagements;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Mail> compose(String key, @Nullable UUID engagementId, String address) {
        return Optional.ofNullable(engagementId)
                .flatMap(repository::find)
                .filter(invitation -> InvitationMails.key(invitation, address).equals(key))
                .filter(invitation -> invitation.startsAt().isAfter(clock.instant()))
                .flatMap(invitation -> recipient(invitation, address)
                        .map(recipient -> texts.of(
                                invitation, engagements.get(invitation.engagementId()), recipient, mails.sender())));
    }

    private Optional<Recipient> recipient(CallInvitation invitation, String address) {
        return recipients.of(invitation, repository.colleagues(invitation.engagementId())).stream()
                .filter(recipient -> recipient.address().equalsIgnoreCase(address))
                .findFirst();
    }
}
