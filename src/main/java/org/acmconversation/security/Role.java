package org.acmconversation.security;

import java.util.Arrays;
import java.util.Set;
import org.acmconversation.model.ConversationModel.CandidateGroup;

/** The roles. Each is a group in the engine, so candidate groups in the models are roles. */
public enum Role {
    MANAGER(CandidateGroup.FASTTRACK_MANAGER, "Administradores de FastTrack"),
    ENGINEER(CandidateGroup.FASTTRACK_ENGINEER, "Ingenieros de FastTrack"),
    READY_PARTNER(CandidateGroup.FASTTRACK_READY_PARTNER, "Socios listos para usar FastTrack"),
    LEAD("fasttrack-lead", "Responsables de FastTrack"),
    ANALYST("process-analyst", "Analistas de procesos"),
    OPERATOR("operator", "Operadores"),
    SERVICE_ACCOUNT("service-account", "Cuentas de servicio"),
    ADMINISTRATOR("camunda-admin", "Administradores del sistema");

    static final Set<Role> WORKERS = Set.of(MANAGER, ENGINEER, READY_PARTNER);
    static final Set<Role> WORKERS_AND_LEADS = Set.of(MANAGER, LEAD, ENGINEER, READY_PARTNER);
    static final Set<Role> ANALYST_AND_OPERATOR = Set.of(ANALYST, OPERATOR);
    static final Set<Role> PEOPLE = Set.of(MANAGER, LEAD, ENGINEER, READY_PARTNER, ANALYST, OPERATOR);

    /** Administrators may do what others may, and need not be named. */
    static final Set<Role> ADMINISTRATORS_ALONE = Set.of();

    private final String group;
    private final String displayName;

    Role(String group, String displayName) {
        this.group = group;
        this.displayName = displayName;
    }

    /** Returns the id of the role's group. */
    public String group() {
        return group;
    }

    /** Returns the display name. */
    public String displayName() {
        return displayName;
    }

    /** Returns the group ids of roles. */
    public static String[] groups(Role... roles) {
        return Arrays.stream(roles).map(Role::group).toArray(String[]::new);
    }
}
