package org.acmconversation.ftop;

import org.acmconversation.model.ConversationModel.CandidateGroup;

/** Roles that carry out FTOP tasks, as named in the playbook's task tables. */
public enum FastTrackRole {
    FASTTRACK_MANAGER(CandidateGroup.FASTTRACK_MANAGER),
    FASTTRACK_ENGINEER(CandidateGroup.FASTTRACK_ENGINEER);

    private final String group;

    FastTrackRole(String group) {
        this.group = group;
    }

    /** Returns the candidate group of the role. */
    public String group() {
        return group;
    }
}
