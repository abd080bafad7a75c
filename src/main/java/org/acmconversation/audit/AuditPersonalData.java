package org.acmconversation.audit;

import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Old and new values and texts of audit entries; who did what and when stays. */
@Configuration(proxyBeanMethods = false)
class AuditPersonalData {

    @Bean
    PersonalData auditDetailRows(PersonalTable.Tables tables) {
        return tables.deleted(
                "audit_detail", "audit_entry_id in (select id from audit_entry where engagement_id = :engagementId)");
    }
}
