package org.acmconversation.engagement;

import org.jspecify.annotations.Nullable;

/**
 * Where an engagement is; null components stand for the settings' values.
 *
 * @param country country or region, such as {@code ES-MD}
 * @param timeZone IANA time zone
 */
public record Location(@Nullable String country, @Nullable String timeZone) {}
