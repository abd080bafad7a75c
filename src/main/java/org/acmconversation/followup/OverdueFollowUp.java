package org.acmconversation.followup;

import java.util.UUID;
import org.acmconversation.engagement.FollowUps.Missing;

/**
 * What is overdue in the follow-up of a running engagement.
 *
 * @param missing the note or the next action
 * @param since what it is overdue since, so that the same is told once: the last note or the start of the engagement,
 *     or the day of the action
 */
public record OverdueFollowUp(UUID engagementId, Missing missing, String since) {}
