package org.acmconversation.bench;

import java.util.Map;

/** Form values in the format of Camunda's REST API. */
class Forms {

    private static final String DELIVERED = """
            {"variables": {"discussionOutcome": {"type": "String", "value": "DELIVERED"}}}""";

    private static final Map<String, String> FORMS = Map.of(
            "scheduleConversation",
            """
                    {"variables": {
                     "conversationAt": {"type": "String", "value": "2099-12-01T10:00:00+01:00"},
                     "itProfessional": {"type": "String", "value": "Ana"},
                     "businessStakeholders": {"type": "String", "value": "Luis"},
                     "decisionMakers": {"type": "String", "value": "Eva"}}}""",
            "conductConversation",
            """
                    {"variables": {
                     "partnerRequested": {"type": "Boolean", "value": false},
                     "changeKnowledge": {"type": "String", "value": "LOW"},
                     "changeInterest": {"type": "String", "value": "HIGH"},
                     "resourcesShared": {"type": "Json", "value": "[]"},
                     "objections": {"type": "String", "value": ""},
                     "notes": {"type": "String", "value": ""}}}""",
            "qualifyAdditionalServices",
            """
                    {"variables": {
                     "qualifiedServices": {"type": "String", "value": "Training"},
                     "nextSteps": {"type": "String", "value": "Meet again"}}}""",
            OpenTask.LAST_STEP,
            """
                    {"variables": {
                     "adoptionSmeName": {"type": "String", "value": "Eva"},
                     "introducedAt": {"type": "String", "value": "2026-01-01T10:00:00Z"}}}""",
            "deliverValueDiscussion",
            DELIVERED);

    private Forms() {}

    static String of(OpenTask task) {
        return FORMS.get(task.step());
    }
}
