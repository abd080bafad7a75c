package org.acmconversation.notification;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notifications about an engagement. */
@Configuration(proxyBeanMethods = false)
class NotificationPersonalData {

    @Bean
    PersonalData notificationRows(PersonalTable.Tables tables) {
        return tables.deleted("notification", "engagement_id = :engagementId");
    }

    @Bean
    PersonalData queueNewsRows(PersonalTable.Tables tables) {
        return tables.deleted("queue_news", "engagement_id = :engagementId");
    }
}
