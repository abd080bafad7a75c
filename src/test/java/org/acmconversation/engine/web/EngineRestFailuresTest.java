package org.acmconversation.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class EngineRestFailuresTest {

    private final EngineRestFailures failures = new EngineRestFailures();

    @Test
    void reportsAnOutageAsUnavailableInsteadOfABadRequest() {
        var outage = new CannotCreateTransactionException("Could not open JDBC Connection", new ConnectException());

        for (Throwable failure : new Throwable[] {outage, new RestException(Response.Status.BAD_REQUEST, outage, "")}) {
            var answer = failures.toResponse(failure);

            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
            assertThat(answer.getMediaType()).hasToString("application/problem+json");
            assertThat((Map<?, ?>) answer.getEntity())
                    .extracting("message")
                    .asString()
                    .startsWith("El servicio");
        }
    }

    @Test
    void explainsConflictsInSpanish() {
        var answer = failures.toResponse(new OptimisticLockingException("ENGINE-03005 Execution of 'DELETE'"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(((ExceptionDto) answer.getEntity()).getMessage())
                .startsWith("Este caso ha cambiado")
                .doesNotContain("ENGINE-");
    }
}
