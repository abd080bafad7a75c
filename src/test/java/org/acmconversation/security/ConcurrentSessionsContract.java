package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Concurrent requests in one session succeed. */
abstract class ConcurrentSessionsContract {

    @Autowired
    SessionRepository<? extends Session> repository;

    @Autowired
    JdbcTemplate database;

    @Test
    void concurrentFirstWritesSucceedAndTheLastWins() {
        assertTheLastWins(repository);
    }

    private static <S extends Session> void assertTheLastWins(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        S one = sessions.findById(session.getId());
        S other = sessions.findById(session.getId());
        one.setAttribute("page", "first");
        other.setAttribute("page", "second");

        sessions.save(one);
        sessions.save(other);

        assertThat(sessions.findById(session.getId()).<String>getAttribute("page"))
                .isEqualTo("second");
    }

    @Test
    void requestsThatEndAfterALogoutLeaveNoSession() {
        assertNothingIsLeft(repository);
    }

    private <S extends Session> void assertNothingIsLeft(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        S late = sessions.findById(session.getId());
        late.setAttribute("page", "late");

        sessions.deleteById(session.getId());
        sessions.save(late);

        assertThat(sessions.findById(session.getId())).isNull();
        assertThat(database.queryForObject(
                        "select count(*) from spring_session_attributes a where not exists"
                                + " (select 1 from spring_session s where s.primary_id = a.session_primary_id)",
                        Integer.class))
                .isZero();
    }
}
