package org.acmconversation.operations;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Queries the database for health probes, which wait for two seconds at most, all together. */
@Component
class ProbedDatabase implements AutoCloseable {

    private final TimeLimitedDatabase database = new TimeLimitedDatabase("probe-", TimeLimitedDatabase.TIMEOUT);

    <T> T ask(Supplier<T> question) {
        return database.ask(question);
    }

    @Override
    public void close() {
        database.close();
    }
}
