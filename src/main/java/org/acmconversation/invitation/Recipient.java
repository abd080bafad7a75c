package org.acmconversation.invitation;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An invited person.
 *
 * @param person the account of a colleague; null for a contact
 * @param zone null for the engagement's
 * @param isCustomer whether they work for the customer, who does not know our numbers
 */
record Recipient(
        String address,
        String name,
        @Nullable String person,
        Locale language,
        @Nullable ZoneId zone,
        boolean isCustomer) {}
