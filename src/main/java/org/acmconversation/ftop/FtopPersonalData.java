package org.acmconversation.ftop;

import java.util.Map;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text that people wrote about FTOP tasks. FTOP itself is not informed of an erasure. */
@Configuration(proxyBeanMethods = false)
class FtopPersonalData {

    @Bean
    PersonalData ftopTaskRows(PersonalTable.Tables tables) {
        return tables.cleared("ftop_task", "engagement_id = :engagementId", Map.of("decline_reason", "null"));
    }
}
