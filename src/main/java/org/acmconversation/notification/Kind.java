package org.acmconversation.notification;

import java.util.Collection;
import java.util.Set;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.security.Role;

/** The kinds of notifications. */
public enum Kind {
    /** Somebody gave the person a task. */
    ASSIGNED,
    /** Somebody wrote the person's name in a comment. */
    MENTIONED,
    /** A task of the person is due on the next working day. */
    DUE_TOMORROW,
    /** A task of the person is overdue. */
    OVERDUE,
    /** Somebody else took over a task of the person. */
    TAKEN_OVER,
    /** A step of a process has failed, and an operator has to look at it. */
    INCIDENT,
    /** The Teams channel of a role rejects cards, and an operator has to fix it. */
    CHANNEL_GONE;

    private static final Set<Kind> OF_OPERATORS = Set.of(INCIDENT, CHANNEL_GONE);

    /** Whether a member of these groups can get such notifications. */
    public boolean reaches(Collection<String> groups) {
        return OF_OPERATORS.contains(this)
                ? groups.contains(Role.OPERATOR.group())
                : groups.contains(Role.LEAD.group())
                        || groups.contains(Role.ADMINISTRATOR.group())
                        || CandidateGroup.ALL.stream().anyMatch(groups::contains);
    }
}
