package org.acmconversation.engine;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Ids of the engine's rows that grow with time, so that what is written together stands together in each index. The
 * engine's own UUIDs begin with the fastest bits of the clock and are spread over all pages, each of which PostgreSQL
 * writes whole once it is changed after a checkpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, UUID version 7</a>
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.id-generator", havingValue = "time-ordered")
class TimeOrderedIds implements IdGenerator {

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    @Override
    public String getNextId() {
        return ids.generate().toString();
    }
}
