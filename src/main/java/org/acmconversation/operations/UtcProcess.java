package org.acmconversation.operations;

import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Sets the time zone of this process to UTC, however it was started. The engine stores times without a zone, so nodes
 * in different zones would misread each other's due dates and locks.
 */
public class UtcProcess implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
