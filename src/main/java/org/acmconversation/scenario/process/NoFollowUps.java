package org.acmconversation.scenario.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.FollowUp;
import org.acmconversation.engagement.FollowUps;
import org.jspecify.annotations.Nullable;

/** Nobody follows up engagements on which models are tried out. */
class NoFollowUps implements FollowUps {

    @Override
    public Map<UUID, FollowUp> of(Collection<Engagement> engagements) {
        return engagements.stream()
                .collect(Collectors.toMap(Engagement::id, engagement -> new FollowUp(null, null, null)));
    }

    @Override
    public Selection selection(@Nullable Missing missing, @Nullable String actionOwner, Instant now) {
        return new Selection(List.of(), Map.of());
    }
}
