package org.acmconversation.process;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;

/** Valid values for each form. */
public class FormValues {

    private FormValues() {}

    /** The values of an activity's form. */
    public static Map<String, Object> valid(String activityId) {
        return switch (activityId) {
            case "completeEntryCriteria" ->
                Map.of("kickoffHeld", true, "benefitUnderstood", true, "resourcesClear", true);
            case "scheduleConversation" ->
                Map.of(
                        "conversationAt", inTwoDays(),
                        "itProfessional", "Ana",
                        "businessStakeholders", "Luis",
                        "decisionMakers", "Eva");
            case "conductConversation" -> conducted();
            case "proposePartnerServices" ->
                Map.of(
                        "partnerStage",
                        "ADVISORY_AND_PLANNING",
                        "partnerServices",
                        list("COACHING", "STAFF_AUGMENTATION"));
            case "confirmPartner" -> Map.of("partnerOutcome", "ACCEPTED", "partnerName", "Fabrikam");
            case "deliverValueDiscussion" -> Map.of("discussionOutcome", "DELIVERED");
            case "requestSme" -> Map.of("smeTopic", "Migración", "smeName", "Sara");
            case "qualifyAdditionalServices" -> Map.of("qualifiedServices", "Adopción", "nextSteps", "Reunión");
            case "introduceAdoptionSme" -> Map.of("adoptionSmeName", "Iván", "introducedAt", "2026-12-01");
            case "resolveFtopRejection" -> Map.of("rejectionResolution", "RETRY");
            default -> throw new IllegalArgumentException("No form values for " + activityId);
        };
    }

    private static Map<String, Object> conducted() {
        var values = new HashMap<String, Object>();
        values.put("partnerRequested", false);
        values.put("changeKnowledge", "LOW");
        values.put("changeInterest", "HIGH");
        values.put("resourcesShared", list());
        return values;
    }

    static String inTwoDays() {
        return OffsetDateTime.now().plusDays(2).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Returns a list in the format that Tasklist sends. */
    static Object list(String... elements) {
        return SpinValues.jsonValue(Spin.JSON(List.of(elements)).toString()).create();
    }
}
