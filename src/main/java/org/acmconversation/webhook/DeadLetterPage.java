package org.acmconversation.webhook;

import java.util.List;

/** A page of dead letters, most recent first. */
public record DeadLetterPage(List<DeadLetter> items, int page, int size, long totalItems) {}
