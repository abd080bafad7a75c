package org.acmconversation.invitation;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who was invited to the conversation of an engagement. */
@Configuration(proxyBeanMethods = false)
class InvitationPersonalData {

    @Bean
    PersonalData invitedRows(PersonalTable.Tables tables) {
        return tables.deleted("call_invitation_recipient", "engagement_id = :engagementId");
    }
}
