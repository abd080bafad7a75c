package org.acmconversation.problem;

/**
 * One error in a request.
 *
 * @param field the invalid field (as a dotted path such as {@code customer.name}), header or parameter
 * @param message what is wrong and how to correct it
 */
public record FieldError(String field, String message) {}
