package org.acmconversation.engagement;

import java.util.Optional;
import org.acmconversation.engine.job.JobOrigin;
import org.springframework.stereotype.Component;

/** Links the jobs of an engagement to the trace of the request that started it. */
@Component
class EngagementTraces implements JobOrigin {

    private final EngagementRepository repository;

    EngagementTraces(EngagementRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<String> traceparent(String businessKey) {
        return BusinessKey.engagementId(businessKey).flatMap(repository::findTraceparent);
    }
}
