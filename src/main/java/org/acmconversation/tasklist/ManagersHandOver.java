package org.acmconversation.tasklist;

import java.util.Collection;
import org.acmconversation.engine.HandOverRule;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.springframework.stereotype.Component;

/** Allows managers to assign tasks of managers to others. */
@Component
class ManagersHandOver implements HandOverRule {

    @Override
    public boolean allows(Collection<String> groups, Collection<String> candidateGroups) {
        return groups.contains(CandidateGroup.FASTTRACK_MANAGER)
                && candidateGroups.contains(CandidateGroup.FASTTRACK_MANAGER);
    }
}
