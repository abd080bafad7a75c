package org.acmconversation.engagement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.acmconversation.problem.BoundedText;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** A request to start an engagement; for the fields see {@link Engagement}. */
public record NewEngagement(
        @NotNull @BoundedText(max = 100) @Schema(example = "CRM-1042")
        String externalId,

        @NotNull @Valid Customer customer,

        @NotNull @Schema(example = "ENTERPRISE") Segment segment,

        @NotNull @Min(1) @Max(Profile.MAX_LICENSES) @Schema(example = "25000")
        Integer licenses,

        @NotNull
        @Size(min = 1, message = "must not be empty")
        @UniqueElements
        @KnownServices
        @Schema(example = "[\"EXCHANGE\", \"ONEDRIVE_FOR_BUSINESS\"]")
        List<String> services,

        @NotNull @Size(min = 1, message = "must not be empty") @UniqueElements
        List<Initiative> initiatives,

        @NotNull @Valid EntryCriteria entryCriteria,

        @KnownCountry @Schema(example = "ES-MD") @Nullable String country,

        @KnownTimeZone @Schema(example = "Europe/Madrid") @Nullable
        String timeZone) {

    /** A request with the country and time zone of the settings. */
    public NewEngagement(
            String externalId,
            Customer customer,
            Segment segment,
            Integer licenses,
            List<String> services,
            List<Initiative> initiatives,
            EntryCriteria entryCriteria) {
        this(externalId, customer, segment, licenses, services, initiatives, entryCriteria, null, null);
    }
}
