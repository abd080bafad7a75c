package org.acmconversation.formanswer;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The answers that people gave in forms. */
@Configuration(proxyBeanMethods = false)
class AnswerPersonalData {

    @Bean
    PersonalData answerRows(PersonalTable.Tables tables) {
        return tables.deleted("task_answer", "engagement_id = :engagementId");
    }
}
