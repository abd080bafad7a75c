package org.acmconversation.engagement.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EngagementQuery;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;

/** Checks the parameters of the list of engagements. */
class ListParameters {

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
        var errors = new ParameterErrors()
                .checkText("service", service, MAX_TEXT)
                .checkText("q", q, MAX_TEXT)
                .checkPage(page, size);
        String[] sortParts = sort.split(",", -1);
        Optional<EngagementQuery.Sort> property = Arrays.stream(EngagementQuery.Sort.values())
                .filter(known -> known.name().equals(sortParts[0]))
                .findFirst();
        if (property.isEmpty() || sortParts.length > 2 || !isDirection(sortParts)) {
            errors.add(
                    "sort",
                    "must be one of %s, followed by ,asc or ,desc"
                            .formatted(Arrays.stream(EngagementQuery.Sort.values())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))));
        }
        errors.throwIfAny();
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

    private static boolean isDirection(String[] sortParts) {
        return sortParts.length == 1 || sortParts[1].equals("asc") || sortParts[1].equals("desc");
    }

    private static String blankToNull(String text) {
        return text == null || VisibleText.isBlank(text) ? null : text;
    }
}
