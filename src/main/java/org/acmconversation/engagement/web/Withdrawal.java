package org.acmconversation.engagement.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Why an engagement is withdrawn.
 *
 * @param reason a sentence for whoever reads the engagement later
 */
record Withdrawal(
        @NotNull(message = "is required")
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 2000, message = "must have at most {max} characters")
        String reason) {}
