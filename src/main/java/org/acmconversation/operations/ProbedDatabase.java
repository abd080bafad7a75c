package org.acmconversation.operations;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The database as health probes ask it, all of which together wait for two seconds at most. */
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
