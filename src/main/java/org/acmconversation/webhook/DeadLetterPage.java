package org.acmconversation.webhook;

import java.util.List;

/** A page of dead letters, those that were given up last first. */
public record DeadLetterPage(List<DeadLetter> items, int page, int size, long totalItems) {}
