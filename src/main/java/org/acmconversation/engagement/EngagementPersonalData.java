package org.acmconversation.engagement;

import java.util.Map;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The customer's data in the engagement. An erased engagement keeps its id, its times and the values that the portfolio
 * counts.
 */
@Configuration(proxyBeanMethods = false)
class EngagementPersonalData {

    private static final String ERASED_CUSTOMER = "Cliente borrado";

    /** First, because other modules write the pseudonym to pending events. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PersonalData customerRows(PersonalTable.Tables tables) {
        String externalId = "'" + Engagement.ERASED + "' || cast(id as varchar)";
        return tables.cleared(
                "engagement",
                "id = :engagementId",
                Map.of(
                        "customer_name",
                        "'" + ERASED_CUSTOMER + "'",
                        "external_id",
                        externalId,
                        "search_key",
                        "'" + SearchKey.of(ERASED_CUSTOMER, Engagement.ERASED) + "' || cast(id as varchar)",
                        "tenant_id",
                        "null",
                        "withdrawal_reason",
                        "null"));
    }
}
