package org.acmconversation.contact;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The contacts of an engagement. */
@Configuration(proxyBeanMethods = false)
class ContactPersonalData {

    @Bean
    PersonalData contactRows(PersonalTable.Tables tables) {
        return tables.deleted("contact", "engagement_id = :engagementId");
    }
}
