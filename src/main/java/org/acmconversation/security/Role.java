package org.acmconversation.security;

import java.util.Arrays;
import org.acmconversation.model.ConversationModel.CandidateGroup;

/** The roles. Each is a group of the engine's, so that candidate groups in the models and logins mean the same. */
public enum Role {
    MANAGER(CandidateGroup.FASTTRACK_MANAGER, "Administradores de FastTrack"),
    ENGINEER(CandidateGroup.FASTTRACK_ENGINEER, "Ingenieros de FastTrack"),
    READY_PARTNER(CandidateGroup.FASTTRACK_READY_PARTNER, "Socios listos para usar FastTrack"),
    ANALYST("process-analyst", "Analistas de procesos"),
    OPERATOR("operator", "Operadores"),
    SERVICE_ACCOUNT("service-account", "Cuentas de servicio"),
    ADMINISTRATOR("camunda-admin", "Administradores del sistema");

    private final String group;
    private final String displayName;

    Role(String group, String displayName) {
        this.group = group;
        this.displayName = displayName;
    }

    /** Id of its group. */
    public String group() {
        return group;
    }

    /** Its name for people. */
    public String displayName() {
        return displayName;
    }

    /** Ids of the groups of some roles. */
    public static String[] groups(Role... roles) {
        return Arrays.stream(roles).map(Role::group).toArray(String[]::new);
    }
}
