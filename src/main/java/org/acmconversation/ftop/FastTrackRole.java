package org.acmconversation.ftop;

import org.acmconversation.model.ConversationModel.CandidateGroup;

/** Who carries out an FTOP task, as the playbook's task tables name them. */
public enum FastTrackRole {
    FASTTRACK_MANAGER(CandidateGroup.FASTTRACK_MANAGER),
    FASTTRACK_ENGINEER(CandidateGroup.FASTTRACK_ENGINEER);

    private final String group;

    FastTrackRole(String group) {
        this.group = group;
    }

    /** The group whose members find the task in their queue. */
    public String group() {
        return group;
    }
}
