package org.acmconversation.engagement;

import jakarta.validation.constraints.NotNull;

/**
 * The playbook's "Entradas clave": what must be true before the conversation can be scheduled.
 *
 * @param kickoffHeld the customer's kickoff meeting has been held
 * @param benefitUnderstood the customer understands the benefit; teams, roles, licensed features and DIBS are settled
 * @param resourcesClear the Ready Partner knows which resources and demo the customer needs
 * @param inEnterpriseAdoptionProgram the customer is in the Enterprise program whose activities overlap with these
 */
public record EntryCriteria(
        @NotNull(message = Messages.REQUIRED) Boolean kickoffHeld,
        @NotNull(message = Messages.REQUIRED) Boolean benefitUnderstood,
        @NotNull(message = Messages.REQUIRED) Boolean resourcesClear,
        @NotNull(message = Messages.REQUIRED) Boolean inEnterpriseAdoptionProgram) {}
