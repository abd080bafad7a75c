package org.acmconversation.engagement;

import java.time.LocalDate;

/**
 * The next action in an engagement, apart from its tasks.
 *
 * @param date due date
 * @param owner person who is responsible for it
 */
public record NextAction(String action, LocalDate date, String owner) {}
