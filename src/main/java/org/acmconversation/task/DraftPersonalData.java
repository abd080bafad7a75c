package org.acmconversation.task;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafts of forms, which only open tasks have. */
@Configuration(proxyBeanMethods = false)
class DraftPersonalData {

    @Bean
    PersonalData draftRows(PersonalTable.Tables tables) {
        return tables.deleted("task_draft", "task_id in (:ids)");
    }
}
