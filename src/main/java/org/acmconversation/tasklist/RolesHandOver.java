package org.acmconversation.tasklist;

import java.util.Collection;
import org.acmconversation.engine.task.HandOverRule;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.security.Role;
import org.springframework.stereotype.Component;

/** Allows leads to assign all tasks, and managers those of managers. */
@Component
class RolesHandOver implements HandOverRule {

    @Override
    public boolean allows(Collection<String> groups, Collection<String> candidateGroups) {
        return groups.contains(Role.LEAD.group())
                || groups.contains(CandidateGroup.FASTTRACK_MANAGER)
                        && candidateGroups.contains(CandidateGroup.FASTTRACK_MANAGER);
    }
}
