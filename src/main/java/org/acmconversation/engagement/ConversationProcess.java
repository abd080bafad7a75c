package org.acmconversation.engagement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Port to the process engine for engagements. Every call joins the caller's transaction. */
public interface ConversationProcess {

    /**
     * Starts the conversation and runs it to its first wait state.
     *
     * @return the id of its process instance
     * @throws ConversationSuspendedException if its model is suspended
     */
    String start(Engagement engagement);

    /**
     * Tells the running process that the engagement's profile has changed.
     *
     * @throws ConversationSuspendedException if it is suspended
     * @throws MissingConversationException if there is none
     */
    void profileChanged(Engagement engagement);

    /**
     * Tells the running process that the engagement is withdrawn.
     *
     * @throws ConversationSuspendedException if it is suspended
     * @throws MissingConversationException if there is none
     */
    void withdrawn(Engagement engagement);

    /**
     * Returns when the conversation with the customer takes place.
     *
     * @throws ConversationNotScheduledException if it is not scheduled yet
     * @throws ConversationAlreadyHeldException if it has taken place
     */
    Instant conversationAt(Engagement engagement);

    /**
     * Tells the running process that the conversation with the customer was rescheduled.
     *
     * @param at in the engagement's time zone
     * @throws ConversationSuspendedException if it is suspended
     * @throws ReschedulingNotSupportedException if its model does not receive the message
     */
    void conversationRescheduled(Engagement engagement, OffsetDateTime at);

    /**
     * Starts a process instance in place of a deleted one, at the step that handles a withdrawal.
     *
     * @return the id of its process instance
     */
    String startWithdrawn(Engagement engagement);

    /** Whether the engagement has a process instance. */
    boolean exists(Engagement engagement);

    /** Returns those of the engagements that have no process instance. */
    List<Engagement> without(List<Engagement> engagements);

    /**
     * Returns the current activities of engagements, including those of called processes. An engagement without any is
     * left out.
     */
    Map<UUID, List<CurrentActivity>> currentActivities(Collection<Engagement> engagements);

    /**
     * Evaluates a decision of the active release for an engagement.
     *
     * @param decision id of the decision in the model
     * @return the matching rules' outputs by name, in the order of the rules
     */
    List<Map<String, Object>> decide(String decision, Engagement engagement);
}
