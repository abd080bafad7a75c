package org.acmconversation.portfolio;

/** A step in any version of its process. */
record StepId(String processId, String activityId) {}
