package org.acmconversation.followup;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * A next action in a request.
 *
 * @param date due date, in the caller's time zone; today or later
 * @param owner person who is responsible for it; by default the caller
 */
public record NewAction(
        @NotNull @BoundedText(max = 500) String action,

        @NotNull @Schema(example = "2026-12-10") LocalDate date,

        @BoundedText(max = 255) @Nullable String owner) {}
