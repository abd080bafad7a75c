package org.acmconversation.engagement;

import java.util.List;

/** The process engine, as far as an engagement needs it. Every call takes part in the transaction around it. */
public interface ConversationProcess {

    /**
     * Starts the conversation and runs it as far as its first waiting place.
     *
     * @return the id of its process instance
     */
    String start(Engagement engagement);

    /** Tells the running process that the engagement's profile has changed. */
    void profileChanged(Engagement engagement);

    /** Tells the running process that the engagement is withdrawn. */
    void withdrawn(Engagement engagement);

    /** Where the engagement waits now, over its process instance and all that it calls; empty when it has ended. */
    List<CurrentActivity> currentActivities(Engagement engagement);
}
