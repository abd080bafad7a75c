package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.engagement.SimilarEngagement;
import org.acmconversation.engagement.SimilarEngagements;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StorableText;
import org.acmconversation.problem.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Warns of existing engagements before another one is started. */
@RestController
@Tag(name = "Engagements")
class SimilarEngagementsController {

    private static final int MAX_ID = 100;
    private static final int MAX_NAME = 200;

    private final SimilarEngagements engagements;

    SimilarEngagementsController(SimilarEngagements engagements) {
        this.engagements = engagements;
    }

    @GetMapping(path = "/api/engagements/similar", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Find engagements similar to one that is about to be started",
            description = "At least one parameter is required. Each engagement is listed once, with the strongest"
                    + " reason; at most 20 for each reason, running ones first.")
    List<SimilarEngagement> similar(
            @RequestParam(required = false) String externalId,
            @RequestParam(required = false) String tenantId,
            @RequestParam(required = false)
                    @Parameter(
                            description = "the customer's; finds names that contain all its words, without regard to"
                                    + " case, accents, punctuation and legal forms such as S.A.")
                    String name) {
        List<FieldError> errors = new ArrayList<>();
        String wantedId = checked("externalId", externalId, MAX_ID, errors);
        String wantedTenant = checked("tenantId", tenantId, MAX_ID, errors);
        String wantedName = checked("name", name, MAX_NAME, errors);
        if (errors.isEmpty() && wantedId == null && wantedTenant == null && wantedName == null) {
            errors.add(new FieldError("name", "is required unless externalId or tenantId is given"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return engagements.find(wantedId, wantedTenant, wantedName);
    }

    /** Returns the text normalized as for a new engagement; null if it is blank, as an empty form field is. */
    private static @Nullable String checked(String parameter, @Nullable String text, int max, List<FieldError> errors) {
        if (text == null || VisibleText.isBlank(text)) {
            return null;
        }
        if (!StorableText.isStorable(text)) {
            errors.add(new FieldError(parameter, StorableText.MESSAGE));
        } else if (VisibleText.length(VisibleText.strip(text)) > max) {
            errors.add(new FieldError(parameter, "must have at most " + max + " characters"));
        }
        return VisibleText.strip(text);
    }
}
