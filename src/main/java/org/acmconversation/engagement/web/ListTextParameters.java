package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EngagementQuery.Sort;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.jspecify.annotations.Nullable;

/** The text parameters of a list of engagements. Call {@link #check} first. */
record ListTextParameters(
        @Nullable String service,

        @Parameter(
                description = "part of the customer's name or external id, or an FTOP reference; ignores case and"
                        + " accents")
        @Nullable
        String q,

        @Parameter(description = "id of a current activity", example = "scheduleConversation") @Nullable
        String activity,

        @Parameter(description = "user who has claimed a current task") @Nullable
        String owner,

        @Parameter(description = "user who owns the next action") @Nullable
        String actionOwner,

        @Parameter(description = "user who started the engagement") @Nullable
        String startedBy,

        @Parameter(description = "candidate group of a current task", example = "fasttrack-manager") @Nullable
        String role,

        @Parameter(
                description = "id of a user task that has been completed; the filter lags by a few seconds",
                example = "conductConversation")
        @Nullable
        String completed,

        @Parameter(
                description = "startedAt, endedAt, externalId, customerName, licenses, segment or status, optionally"
                        + " followed by ,asc or ,desc; startedAt,desc if left out")
        @Nullable
        String sort) {

    private static final int MAX_TEXT = 200;
    private static final int MAX_ID = 255;
    private static final String DESCENDING = "desc";

    /** Adds their errors. */
    ParameterErrors check(ParameterErrors errors) {
        errors.checkText("service", service, MAX_TEXT)
                .checkText("q", q, MAX_TEXT)
                .checkText("activity", activity, MAX_ID)
                .checkText("owner", owner, MAX_ID)
                .checkText("actionOwner", actionOwner, MAX_ID)
                .checkText("startedBy", startedBy, MAX_ID)
                .checkText("role", role, MAX_ID)
                .checkText("completed", completed, MAX_ID);
        String[] parts = sortParts();
        if (knownProperty().isEmpty() || parts.length > 2 || parts.length == 2 && !isDirection(parts[1])) {
            errors.add(
                    "sort",
                    "must be one of %s, followed by ,asc or ,desc"
                            .formatted(
                                    Arrays.stream(Sort.values()).map(Enum::name).collect(Collectors.joining(", "))));
        }
        return errors;
    }

    Sort property() {
        return knownProperty().orElseThrow();
    }

    private Optional<Sort> knownProperty() {
        return Arrays.stream(Sort.values())
                .filter(known -> known.name().equals(sortParts()[0]))
                .findFirst();
    }

    boolean isDescending() {
        String[] parts = sortParts();
        return parts.length == 2 && parts[1].equals(DESCENDING);
    }

    private String[] sortParts() {
        return sort == null ? new String[] {Sort.startedAt.name(), DESCENDING} : sort.split(",", -1);
    }

    private static boolean isDirection(String part) {
        return part.equals("asc") || part.equals(DESCENDING);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || VisibleText.isBlank(text) ? null : text;
    }
}
