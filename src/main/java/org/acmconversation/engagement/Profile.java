package org.acmconversation.engagement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * The data on which the process decides; may change while it runs.
 *
 * @param segment the customer's segment
 * @param licenses number of licenses, 1 to 10,000,000
 * @param services the engagement's services, as named in the FTOP catalog
 * @param entryCriteria the entry criteria
 */
public record Profile(
        @NotNull(message = Messages.REQUIRED) Segment segment,

        @NotNull(message = Messages.REQUIRED)
        @Min(value = 1, message = "must be at least {value}")
        @Max(value = 10_000_000, message = "must be at most {value}")
        Integer licenses,

        @NotNull(message = Messages.REQUIRED)
        @Size(min = 1, message = Messages.EMPTY)
        @UniqueElements(message = Messages.REPEATED)
        @KnownServices
        List<String> services,

        @NotNull(message = Messages.REQUIRED) @Valid EntryCriteria entryCriteria) {

    Profile with(EntryCriteria changed) {
        return new Profile(segment, licenses, services, changed);
    }
}
