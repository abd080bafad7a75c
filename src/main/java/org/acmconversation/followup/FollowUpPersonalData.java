package org.acmconversation.followup;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Next actions and notes; the timeline keeps who wrote one and when. */
@Configuration(proxyBeanMethods = false)
class FollowUpPersonalData {

    @Bean
    PersonalData nextActionRows(PersonalTable.Tables tables) {
        return tables.deleted("follow_up", "engagement_id = :engagementId");
    }

    @Bean
    PersonalData statusNoteRows(PersonalTable.Tables tables) {
        return tables.deleted("status_note", "engagement_id = :engagementId");
    }
}
