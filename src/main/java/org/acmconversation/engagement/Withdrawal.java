package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.problem.BoundedText;

/**
 * A request to withdraw an engagement.
 *
 * @param reason the reason, as a sentence
 */
public record Withdrawal(@NotNull @BoundedText(max = 2000) String reason) {}
