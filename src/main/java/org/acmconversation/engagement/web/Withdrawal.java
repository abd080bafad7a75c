package org.acmconversation.engagement.web;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.problem.BoundedText;

/**
 * A request to withdraw an engagement.
 *
 * @param reason the reason, as a sentence
 */
record Withdrawal(
        @NotNull(message = "is required") @BoundedText(max = 2000)
        String reason) {}
