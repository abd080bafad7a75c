package org.acmconversation.engagement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EngagementQuery;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StorableText;
import org.acmconversation.problem.VisibleText;

/** Checks the parameters of the list of engagements. */
class ListParameters {

    private static final int MAX_SIZE = 200;
    private static final int MAX_TEXT = 200;

    private ListParameters() {}

    static EngagementQuery query(
            EngagementStatus status,
            Segment segment,
            String service,
            Initiative initiative,
            String q,
            int page,
            int size,
            String sort) {
        List<FieldError> errors = new ArrayList<>();
        checkText("service", service, errors);
        checkText("q", q, errors);
        if (page < 0) {
            errors.add(new FieldError("page", "must be at least 0"));
        }
        if (size < 1 || size > MAX_SIZE) {
            errors.add(new FieldError("size", "must be from 1 to " + MAX_SIZE));
        }
        String[] sortParts = sort.split(",", -1);
        Optional<EngagementQuery.Sort> property = Arrays.stream(EngagementQuery.Sort.values())
                .filter(known -> known.name().equals(sortParts[0]))
                .findFirst();
        if (property.isEmpty() || sortParts.length > 2 || !isDirection(sortParts)) {
            errors.add(new FieldError(
                    "sort",
                    "must be one of %s, followed by ,asc or ,desc"
                            .formatted(Arrays.stream(EngagementQuery.Sort.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")))));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return new EngagementQuery(
                status,
                segment,
                blankToNull(service),
                initiative,
                blankToNull(q),
                page,
                size,
                property.orElseThrow(),
                sortParts.length == 2 && sortParts[1].equals("desc"));
    }

    private static void checkText(String name, String text, List<FieldError> errors) {
        if (text != null && VisibleText.length(text) > MAX_TEXT) {
            errors.add(new FieldError(name, "must have at most " + MAX_TEXT + " characters"));
        } else if (text != null && !StorableText.isStorable(text)) {
            errors.add(new FieldError(name, StorableText.MESSAGE));
        }
    }

    private static boolean isDirection(String[] sortParts) {
        return sortParts.length == 1 || sortParts[1].equals("asc") || sortParts[1].equals("desc");
    }

    private static String blankToNull(String text) {
        return text == null || VisibleText.isBlank(text) ? null : text;
    }
}
