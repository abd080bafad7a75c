package org.acmconversation.ftop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.model.ConversationModel.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews engagements before they are started, using the latest decision tables. */
@Component
public class EngagementPreviews {

    private static final String COVERED = "COVERED_BY_ENTERPRISE_PROGRAM";

    private final Engagements engagements;

    EngagementPreviews(Engagements engagements) {
        this.engagements = engagements;
    }

    /** Previews the engagement of a request. Nothing is stored. */
    public EngagementPreview of(NewEngagement request) {
        Map<String, List<Map<String, Object>>> results = engagements.preview(
                request,
                List.of(
                        Decision.ENTRY_CRITERIA,
                        Decision.ENTERPRISE_ELIGIBILITY,
                        Decision.FTOP_CONVERSATION_TASK,
                        Decision.FTOP_VALUE_DISCUSSIONS));
        String entry = (String) single(results.getOrDefault(Decision.ENTRY_CRITERIA, List.of()));
        // An engagement covered by the Enterprise program ends at once.
        List<EngagementPreview.Task> tasks = COVERED.equals(entry)
                ? List.of()
                : Stream.of(Decision.FTOP_CONVERSATION_TASK, Decision.FTOP_VALUE_DISCUSSIONS)
                        .flatMap(decision -> results.getOrDefault(decision, List.of()).stream())
                        .map(EngagementPreviews::task)
                        .toList();
        return new EngagementPreview(
                entry,
                tasks,
                Boolean.TRUE.equals(single(results.getOrDefault(Decision.ENTERPRISE_ELIGIBILITY, List.of()))));
    }

    /** Returns the only output of the only matching rule; null if none matches. */
    private static @Nullable Object single(List<Map<String, Object>> result) {
        return result.stream()
                .flatMap(rule -> rule.values().stream())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static EngagementPreview.Task task(Map<String, Object> rule) {
        return new EngagementPreview.Task(
                (String) output(rule, "catalogId"),
                (String) output(rule, "name"),
                (Boolean) output(rule, "mandatory"),
                FastTrackRole.valueOf((String) output(rule, "role")));
    }

    private static Object output(Map<String, Object> rule, String name) {
        return Objects.requireNonNull(rule.get(name), name);
    }
}
