package org.acmconversation.engagement;

/** The initiatives of the playbook page's header: "Salud del cliente / RFA / Focalización". */
public enum Initiative {
    CUSTOMER_HEALTH,
    RFA,
    TARGETING
}
