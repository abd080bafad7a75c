package org.acmconversation.tasklist;

import java.util.Collection;
import org.acmconversation.engine.HandOverRule;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.springframework.stereotype.Component;

/** Managers hand over the tasks of managers. */
@Component
class ManagersHandOver implements HandOverRule {

    @Override
    public boolean allows(Collection<String> groups, Collection<String> candidateGroups) {
        return groups.contains(CandidateGroup.FASTTRACK_MANAGER)
                && candidateGroups.contains(CandidateGroup.FASTTRACK_MANAGER);
    }
}
