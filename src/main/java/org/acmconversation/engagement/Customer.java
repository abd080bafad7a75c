package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.problem.BoundedText;

/**
 * Whom the conversation is held with.
 *
 * @param name as people call the customer, at most 200 characters
 * @param tenantId the customer's Microsoft tenant, if known
 */
public record Customer(
        @NotNull(message = Messages.REQUIRED) @BoundedText(max = 200)
        String name,

        @BoundedText(max = 100) String tenantId) {}
