package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The playbook's "Entradas clave": conditions for scheduling the conversation.
 *
 * @param kickoffHeld the customer's kickoff meeting has been held
 * @param benefitUnderstood the customer understands the benefit; teams, roles, licensed features and DIBS are clear
 * @param resourcesClear the Ready Partner knows which resources and demo the customer needs
 * @param inEnterpriseAdoptionProgram the customer is in the Enterprise program that overlaps with the conversation
 */
public record EntryCriteria(
        @NotNull Boolean kickoffHeld,
        @NotNull Boolean benefitUnderstood,
        @NotNull Boolean resourcesClear,
        @NotNull Boolean inEnterpriseAdoptionProgram) {

    /** The names of the criteria, in their order. */
    public static final List<String> NAMES = Stream.of(EntryCriteria.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
}
