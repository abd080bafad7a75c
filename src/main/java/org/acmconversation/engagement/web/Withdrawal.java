package org.acmconversation.engagement.web;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.problem.BoundedText;

/**
 * Why an engagement is withdrawn.
 *
 * @param reason a sentence for whoever reads the engagement later
 */
record Withdrawal(
        @NotNull(message = "is required") @BoundedText(max = 2000)
        String reason) {}
