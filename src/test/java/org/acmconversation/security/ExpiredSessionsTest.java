package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import org.acmconversation.contract.OnH2;
import org.acmconversation.operations.SharedWork;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Expired sessions are deleted by shared work, whose failures during an outage are a line each. */
@OnH2
class ExpiredSessionsTest {

    @Autowired
    JdbcIndexedSessionRepository repository;

    @Autowired
    JdbcTemplate database;

    @Test
    void springSessionSchedulesNothing() {
        assertThat(repository).extracting("taskScheduler").isNull();
    }

    @Test
    void onlyExpiredSessionsAreDeleted() {
        String expired = saved(repository);
        String current = saved(repository);
        database.update("update spring_session set expiry_time = 0 where session_id = ?", expired);
        SharedWork work = mock();

        new ExpiredSessions(repository, work).schedule();
        ArgumentCaptor<Runnable> cleanUp = ArgumentCaptor.captor();
        verify(work).every(any(Duration.class), any(), cleanUp.capture());
        cleanUp.getValue().run();

        assertThat(database.queryForList(
                        "select session_id from spring_session where session_id in (?, ?)",
                        String.class,
                        expired,
                        current))
                .containsExactly(current);
        repository.deleteById(current);
    }

    private static <S extends Session> String saved(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }
}
