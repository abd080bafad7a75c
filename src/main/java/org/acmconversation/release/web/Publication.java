package org.acmconversation.release.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.release.Publications.Order;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * An order to publish a draft.
 *
 * @param migrate whether running engagements move to it
 * @param mappings the target activities of engagements whose activity is gone or has another type
 * @param despite reason for publishing although scenarios failed; null to refuse
 */
record Publication(
        @NotNull Migrate migrate,

        @Size(max = 200, message = "must be at most 200") @Valid @Nullable
        List<MappedActivity> mappings,

        @Nullable @BoundedText(max = 2000) String despite) {

    /** Which engagements move. */
    enum Migrate {
        ALL,
        NONE
    }

    /** From an activity of a process to another one. */
    record MappedActivity(
            @NotNull @BoundedText(max = 255) String process,

            @NotNull @BoundedText(max = 255) String from,

            @NotNull @BoundedText(max = 255) String to) {}

    Order order() {
        return new Order(
                migrate == Migrate.ALL,
                mappings == null
                        ? List.of()
                        : mappings.stream()
                                .map(moved -> new Mapping(moved.process(), moved.from(), moved.to()))
                                .toList(),
                despite,
                null);
    }
}
