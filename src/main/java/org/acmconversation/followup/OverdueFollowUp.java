package org.acmconversation.followup;

import java.util.UUID;
import org.acmconversation.engagement.FollowUps.Missing;

/**
 * What is overdue in the follow-up of a running engagement.
 *
 * @param missing the note or the next action
 * @param since the last note or the start of the engagement, or the action's date; identifies the matter, so that
 *     people are notified only once
 */
public record OverdueFollowUp(UUID engagementId, Missing missing, String since) {}
