package org.acmconversation.engagement;

import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engine.JobOrigin;
import org.springframework.stereotype.Component;

/** The jobs of an engagement go back to the request that started it. */
@Component
class EngagementTraces implements JobOrigin {

    private final EngagementRepository repository;

    EngagementTraces(EngagementRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<String> traceparent(String businessKey) {
        try {
            return repository.findTraceparent(UUID.fromString(businessKey));
        } catch (IllegalArgumentException ofAnotherModel) {
            return Optional.empty();
        }
    }
}
