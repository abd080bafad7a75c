package org.acmconversation.mail;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Emails about an engagement that have not been sent. */
@Configuration(proxyBeanMethods = false)
class MailPersonalData {

    @Bean
    PersonalData mailRows(PersonalTable.Tables tables) {
        return tables.deleted("mail", "engagement_id = :engagementId");
    }
}
