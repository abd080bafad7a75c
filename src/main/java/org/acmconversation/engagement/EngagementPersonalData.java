package org.acmconversation.engagement;

import java.util.Map;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.PersonalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The customer. An erased engagement keeps its id, its times and what the portfolio counts. */
@Configuration(proxyBeanMethods = false)
class EngagementPersonalData {

    private static final String ERASED_CUSTOMER = "Cliente borrado";

    /** Starts the external ids of erased engagements, which the engagement's id completes. */
    private static final String PSEUDONYM = "erased-";

    /** First, because the pseudonym goes into the events that wait. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    PersonalData customerRows(PersonalTable.Tables tables) {
        String externalId = "'" + PSEUDONYM + "' || cast(id as varchar)";
        return tables.cleared(
                "engagement",
                "id = :engagementId",
                Map.of(
                        "customer_name",
                        "'" + ERASED_CUSTOMER + "'",
                        "external_id",
                        externalId,
                        "search_key",
                        "'" + SearchKey.of(ERASED_CUSTOMER, PSEUDONYM) + "' || cast(id as varchar)",
                        "tenant_id",
                        "null",
                        "withdrawal_reason",
                        "null"));
    }
}
