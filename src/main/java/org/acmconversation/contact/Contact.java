package org.acmconversation.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of an engagement.
 *
 * @param role what they do, in words
 * @param language BCP 47
 * @param timeZone IANA
 * @param surveyEligible whether they may be asked in a survey
 * @param decisionMaker whether they decide
 * @param doNotContact whether nobody may write to them or call them
 */
public record Contact(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Organization organization,
        @Nullable String role,
        @Nullable String language,
        @Nullable String timeZone,
        boolean surveyEligible,
        boolean decisionMaker,
        boolean doNotContact) {

    /** Whom they work for. */
    public enum Organization {
        CUSTOMER,
        PARTNER,
        FASTTRACK
    }

    /** Whether they may be surveyed; each engagement needs at least one such contact. */
    @JsonIgnore
    public boolean canBeSurveyed() {
        return organization == Organization.CUSTOMER && surveyEligible && !doNotContact;
    }
}
