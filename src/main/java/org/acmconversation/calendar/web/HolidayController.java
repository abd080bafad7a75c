package org.acmconversation.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.acmconversation.calendar.CompanyDay;
import org.acmconversation.calendar.CompanyDays;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's days off over REST. */
@RestController
@RequestMapping(path = "/api/holidays/{country}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Holidays")
class HolidayController {

    private final CompanyDays days;

    HolidayController(CompanyDays days) {
        this.days = days;
    }

    /** A day off in a request. */
    record Holiday(@NotNull @BoundedText(max = 200) String name) {}

    @GetMapping
    @Operation(
            summary = "List the company's days off in a country or region",
            description = "In addition to its public holidays, which the service knows.")
    List<CompanyDay> list(@PathVariable @Parameter(example = "ES-MD") String country) {
        return days.of(known(country));
    }

    @GetMapping("/{date}")
    @Operation(summary = "Read a company day off")
    CompanyDay get(
            @PathVariable @Parameter(example = "ES-MD") String country,
            @PathVariable @Parameter(example = "2026-12-24") LocalDate date) {
        return days.get(known(country), date);
    }

    @PutMapping(path = "/{date}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save a company day off",
            description = "A country's day off also applies in its regions. Due dates and timers of open tasks move in"
                    + " the background.")
    @ApiResponse(responseCode = "200", description = "The day off has been renamed.")
    @ApiResponse(responseCode = "201", description = "The day off has been added.")
    ResponseEntity<CompanyDay> put(
            @PathVariable @Parameter(example = "ES-MD") String country,
            @PathVariable @Parameter(example = "2026-12-24") LocalDate date,
            @RequestBody Holiday holiday) {
        var day = new CompanyDay(known(country), date, holiday.name());
        return ResponseEntity.status(days.save(day) ? HttpStatus.CREATED : HttpStatus.OK)
                .body(day);
    }

    @DeleteMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a company day off")
    void delete(
            @PathVariable @Parameter(example = "ES-MD") String country,
            @PathVariable @Parameter(example = "2026-12-24") LocalDate date) {
        days.delete(known(country), date);
    }

    private static String known(String country) {
        if (!WorkingCalendars.isKnown(country)) {
            throw new InvalidRequestException("country", "must be a country such as MX, or a region such as ES-MD");
        }
        return country;
    }
}
