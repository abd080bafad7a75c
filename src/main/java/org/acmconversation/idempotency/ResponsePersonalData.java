package org.acmconversation.idempotency;

import java.util.Map;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stored responses. The keys are kept, so that a repeated request has no effect. */
@Configuration(proxyBeanMethods = false)
class ResponsePersonalData {

    @Bean
    PersonalData responseRows(PersonalTable.Tables tables) {
        return tables.cleared(
                "idempotent_answer",
                "(engagement_id = :engagementId or subject in (:ids)) and body is not null",
                Map.of("body", "null"));
    }
}
