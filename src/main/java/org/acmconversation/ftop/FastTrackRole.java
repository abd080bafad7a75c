package org.acmconversation.ftop;

/** Who carries out an FTOP task, as the playbook's task tables name them. */
public enum FastTrackRole {
    FASTTRACK_MANAGER("fasttrack-manager"),
    FASTTRACK_ENGINEER("fasttrack-engineer");

    private final String group;

    FastTrackRole(String group) {
        this.group = group;
    }

    /** The group whose members find the task in their queue. */
    public String group() {
        return group;
    }
}
