package org.acmconversation.followup;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * A next action as it is sent.
 *
 * @param date day by which it is done, in the caller's time zone today or later
 * @param owner who does it; the caller, if left out
 */
public record NewAction(
        @NotNull(message = "is required") @BoundedText(max = 500)
        String action,

        @NotNull(message = "is required") @Schema(example = "2026-12-10")
        LocalDate date,

        @BoundedText(max = 255) @Nullable String owner) {}
