package org.acmconversation.tasklist.process;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** When to remind of what is due at a time that a person chose; models call it by the name {@code reminders}. */
@Component
public class Reminders {

    /**
     * A day before.
     *
     * @param dateTime ISO 8601 date and time with offset
     * @return likewise
     */
    public String dayBefore(String dateTime) {
        return OffsetDateTime.parse(dateTime).minus(Duration.ofDays(1)).toString();
    }
}
