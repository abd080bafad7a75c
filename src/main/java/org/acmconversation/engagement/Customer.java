package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * The customer of an engagement.
 *
 * @param name display name, at most 200 characters
 * @param tenantId the customer's Microsoft tenant, if known
 */
public record Customer(
        @NotNull @BoundedText(max = 200) String name,

        @BoundedText(max = 100) @Nullable String tenantId) {}
