package org.acmconversation.mail;

import java.util.List;

/** A page of emails that could not be sent, most recent first. */
public record MailDeadLetterPage(List<MailDeadLetter> items, int page, int size, long totalItems) {}
