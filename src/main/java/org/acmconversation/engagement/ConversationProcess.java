package org.acmconversation.engagement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The process engine, as far as an engagement needs it. Every call takes part in the transaction around it. */
public interface ConversationProcess {

    /**
     * Starts the conversation and runs it as far as its first waiting place.
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
     * When the conversation with the customer takes place.
     *
     * @throws ConversationNotScheduledException if that has not been agreed
     * @throws ConversationHeldException if it has taken place
     */
    Instant conversationAt(Engagement engagement);

    /**
     * Tells the running process that the conversation with the customer takes place at another time.
     *
     * @param at in the engagement's time zone
     * @throws ConversationSuspendedException if it is suspended
     * @throws FixedConversationException if its model does not receive the message
     */
    void conversationRescheduled(Engagement engagement, OffsetDateTime at);

    /**
     * Starts a process in place of one that is gone, at what a withdrawal leads to.
     *
     * @return the id of its process instance
     */
    String startWithdrawn(Engagement engagement);

    /** Whether the engagement has a process. */
    boolean exists(Engagement engagement);

    /** Those of the engagements that have no process. */
    List<Engagement> without(List<Engagement> engagements);

    /**
     * Where engagements wait now, over their process instances and all that these call. One that waits nowhere is left
     * out.
     */
    Map<UUID, List<CurrentActivity>> currentActivities(Collection<Engagement> engagements);

    /**
     * The result of a decision for an engagement as it is, by the decision of the active release.
     *
     * @param decision id of the decision in the model
     * @return the matching rules' outputs by name, in the order of the rules
     */
    List<Map<String, Object>> decide(String decision, Engagement engagement);
}
