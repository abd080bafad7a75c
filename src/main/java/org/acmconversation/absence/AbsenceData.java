package org.acmconversation.absence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * The data of an absence in a request.
 *
 * @param person by default the caller
 * @param from first day, in the person's time zone
 * @param until day of the return, exclusive
 */
public record AbsenceData(
        @BoundedText(max = 255) @Nullable String person,

        @NotNull @Schema(example = "2026-12-21") LocalDate from,

        @NotNull @Schema(example = "2027-01-07") LocalDate until,

        @BoundedText(max = 255) @Nullable String substitute,

        @BoundedText(max = 2000) @Nullable String note) {

    /** Returns the data of an absence. */
    public static AbsenceData of(Absence absence) {
        return new AbsenceData(absence.person(), absence.from(), absence.until(), absence.substitute(), absence.note());
    }

    Absence absence(UUID id, String absent) {
        return new Absence(id, absent, from, until, substitute, note);
    }
}
