package org.acmconversation.engagement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * The data that the decisions of the process use; may change while it runs.
 *
 * @param segment the customer's segment
 * @param licenses number of licenses, 1 to 10,000,000
 * @param services the engagement's services, as named in the FTOP catalog
 * @param entryCriteria the entry criteria
 * @param country whose public holidays apply, ISO 3166-1 alpha-2, optionally with a region; null for the settings'
 *     country
 * @param timeZone time zone in which its days begin and end; null for the settings' time zone
 */
public record Profile(
        @NotNull Segment segment,

        @NotNull @Min(1) @Max(Profile.MAX_LICENSES) Integer licenses,

        @NotNull @Size(min = 1, message = "must not be empty") @UniqueElements
        List<String> services,

        @NotNull @Valid EntryCriteria entryCriteria,

        @KnownCountry @Schema(example = "ES-MD") @Nullable String country,

        @KnownTimeZone @Schema(example = "Europe/Madrid") @Nullable
        String timeZone) {

    /** Maximum number of licenses. */
    public static final int MAX_LICENSES = 10_000_000;

    /** A profile with the country and time zone of the settings. */
    public Profile(Segment segment, Integer licenses, List<String> services, EntryCriteria entryCriteria) {
        this(segment, licenses, services, entryCriteria, null, null);
    }

    Profile with(EntryCriteria changed) {
        return new Profile(segment, licenses, services, changed, country, timeZone);
    }

    /** Returns the profile with defaults for a missing country and time zone. */
    Profile inCalendar(String defaultCountry, String defaultTimeZone) {
        return new Profile(
                segment,
                licenses,
                services,
                entryCriteria,
                country == null ? defaultCountry : country,
                timeZone == null ? defaultTimeZone : timeZone);
    }
}
