package org.acmconversation.portfolio;

/** What is counted by day. */
enum Measure {
    /** Engagements by the day on which they started; the activity is their status. */
    STATUS,
    /** Engagements by the day on which they ended. */
    ENDED,
    /** Engagements that have completed an activity, once each, by the day on which they started. */
    REACHED,
    /** Completed tasks by the day on which they were completed and by how long they took. */
    COMPLETED
}
