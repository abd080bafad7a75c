package org.acmconversation.engagement.process;

import java.util.Optional;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.instance.StartCheck;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.text.SpanishTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every conversation belongs to an engagement, and an engagement has only one. */
@Component
class ConversationStart implements StartCheck {

    private static final String OBJECTION = SpanishTexts.of("engine").text("conversation.engagement");

    private final Engagements engagements;

    ConversationStart(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public Optional<String> objection(String processKey, @Nullable String businessKey) {
        return !processKey.equals(ConversationModel.PROCESS)
                        || BusinessKey.engagementId(businessKey)
                                .filter(engagements::needsProcess)
                                .isPresent()
                ? Optional.empty()
                : Optional.of(OBJECTION);
    }
}
