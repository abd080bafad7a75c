package org.acmconversation.engagement;

import java.time.LocalDate;

/**
 * What is to be done next in an engagement, apart from its tasks.
 *
 * @param date day by which it is done
 * @param owner who does it
 */
public record NextAction(String action, LocalDate date, String owner) {}
