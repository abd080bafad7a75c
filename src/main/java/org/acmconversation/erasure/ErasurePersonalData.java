package org.acmconversation.erasure;

import java.util.Map;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reasons for holds and erasures. */
@Configuration(proxyBeanMethods = false)
class ErasurePersonalData {

    @Bean
    PersonalData holdRows(PersonalTable.Tables tables) {
        return tables.deleted("legal_hold", "engagement_id = :engagementId");
    }

    @Bean
    PersonalData erasureRows(PersonalTable.Tables tables) {
        return tables.cleared("erasure", "engagement_id = :engagementId", Map.of("reason", "null"));
    }
}
