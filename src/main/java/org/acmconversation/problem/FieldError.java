package org.acmconversation.problem;

/**
 * One thing wrong with a request.
 *
 * @param field dotted path of the field, header or parameter at fault, such as {@code customer.name}
 * @param message what is wrong and what to write instead
 */
public record FieldError(String field, String message) {}
