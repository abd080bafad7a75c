package org.acmconversation.browser;

import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Withdraws engagements of earlier test classes: Tasklist shows 15 tasks, and theirs may be more urgent. */
class EmptyQueues implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        ApplicationContext service = SpringExtension.getApplicationContext(context);
        Engagements engagements = service.getBean(Engagements.class);
        service.getBean(JdbcClient.class)
                .sql("select id from engagement where status = 'RUNNING'")
                .query(UUID.class)
                .list()
                .forEach(id -> engagements.withdraw(id, "Its test is over"));
    }
}
