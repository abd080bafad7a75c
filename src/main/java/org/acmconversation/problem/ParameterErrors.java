package org.acmconversation.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the query parameters of a request, so that the response names all of it at once. */
public class ParameterErrors {

    private static final int MAX_PAGE_SIZE = 200;

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds an error. */
    public ParameterErrors add(String parameter, String message) {
        errors.add(new FieldError(parameter, message));
        return this;
    }

    /** Checks a text, if there is one. */
    public ParameterErrors checkText(String parameter, String text, int maxLength) {
        if (text != null && VisibleText.length(text) > maxLength) {
            add(parameter, "must have at most " + maxLength + " characters");
        } else if (text != null && !StorableText.isStorable(text)) {
            add(parameter, StorableText.MESSAGE);
        }
        return this;
    }

    /** Checks the parameters {@code page} and {@code size} of a list. */
    public ParameterErrors checkPage(int page, int size) {
        if (page < 0) {
            add("page", "must be at least 0");
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            add("size", "must be from 1 to " + MAX_PAGE_SIZE);
        }
        return this;
    }

    /** @throws InvalidRequestException if there are any */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }
}
