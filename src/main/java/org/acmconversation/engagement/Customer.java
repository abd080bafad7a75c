package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Whom the conversation is held with.
 *
 * @param name as people call the customer, at most 200 characters
 * @param tenantId the customer's Microsoft tenant, if known
 */
public record Customer(
        @NotNull(message = Messages.REQUIRED)
        @Pattern(regexp = Messages.NOT_BLANK, message = Messages.BLANK)
        @Size(max = 200, message = Messages.TOO_LONG)
        String name,

        @Pattern(regexp = Messages.NOT_BLANK, message = Messages.BLANK) @Size(max = 100, message = Messages.TOO_LONG)
        String tenantId) {}
