package org.acmconversation.security;

import java.time.Duration;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Deletes expired sessions. Spring Session's own schedule is off: it runs on each node, and logs a stack trace a minute
 * while the database is down.
 */
@Component
class ExpiredSessions {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final JdbcIndexedSessionRepository sessions;
    private final SharedWork work;

    ExpiredSessions(JdbcIndexedSessionRepository sessions, SharedWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(INTERVAL, "session-clean-up", sessions::cleanUpExpiredSessions);
    }
}
