package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;

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
        @NotNull Boolean inEnterpriseAdoptionProgram) {}
