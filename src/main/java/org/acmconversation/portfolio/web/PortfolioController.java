package org.acmconversation.portfolio.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.portfolio.Portfolio;
import org.acmconversation.portfolio.PortfolioCount;
import org.acmconversation.portfolio.PortfolioQuery;
import org.acmconversation.portfolio.Portfolios;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the portfolio. */
@RestController
@RequestMapping(path = "/api/portfolio", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Portfolio")
class PortfolioController {

    private static final int MAX_TEXT = 200;
    private static final int MAX_ID = 255;

    private final Portfolios portfolios;
    private final PortfolioCount count;

    PortfolioController(Portfolios portfolios, PortfolioCount count) {
        this.portfolios = portfolios;
        this.count = count;
    }

    /** The filter parameters. */
    record Selection(
            @Parameter(description = "first day of the period, in UTC") @Nullable
            LocalDate from,

            @Parameter(description = "end of the period in UTC, exclusive") @Nullable
            LocalDate to,

            @Nullable Segment segment,
            @Nullable Initiative initiative) {

        /** @throws org.acmconversation.problem.InvalidRequestException listing all errors */
        void check(BindingResult binding, @Nullable String service, @Nullable String role) {
            var errors = new ParameterErrors()
                    .addAll(binding, Selection.class)
                    .checkText("service", service, MAX_TEXT)
                    .checkText("role", role, MAX_ID);
            if (isBackwards()) {
                errors.add("to", "must be after from");
            }
            errors.throwIfAny();
        }

        /** Whether the period ends before it begins. */
        boolean isBackwards() {
            return from != null && to != null && !from.isBefore(to);
        }

        Selection ofAllTime() {
            return new Selection(null, null, segment, initiative);
        }

        PortfolioQuery query(@Nullable String service, @Nullable String role) {
            return new PortfolioQuery(from, to, segment, blankToNull(service), initiative, blankToNull(role));
        }
    }

    @GetMapping
    @Operation(
            summary = "Read the portfolio's figures",
            description = "Engagements, funnel and the weeks' started count engagements that started in the"
                    + " period. Completed and ended count what was completed or ended in the period. Open, overdue and"
                    + " due within a working day count the current state, whatever the period. A role restricts steps"
                    + " and funnel to those that it does, and open tasks to those that it may do; completed tasks of a"
                    + " step are all of them, whoever did them. Changes of the last seconds may not be counted yet."
                    + " Durations are accurate to a twentieth.")
    Portfolio read(
            @ParameterObject Selection selection,
            BindingResult binding,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false)
                    @Parameter(description = "candidate group of a step or task", example = "fasttrack-manager")
                    @Nullable
                    String role) {
        selection.check(binding, service, role);
        return portfolios.find(selection.query(service, role));
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || VisibleText.isBlank(text) ? null : text;
    }

    @PostMapping("/rebuild")
    @Operation(
            summary = "Recount all engagements",
            description = "From the engagements and the engine's history. Takes minutes with a million engagements;"
                    + " until then the old figures are shown. 409 if a rebuild is already running.")
    PortfolioCount.Rebuilt rebuild() {
        return count.rebuild();
    }
}
