package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Limits of bodies without a Content-Length: chunked or HTTP/2. */
class BodyLimitTest {

    private static final int LIMIT = 1000;

    private final List<Exception> refusals = new ArrayList<>();
    private final List<byte[]> read = new ArrayList<>();

    private final BodyLimit filter = new BodyLimit(DataSize.ofBytes(LIMIT), (request, response, handler, refusal) -> {
        refusals.add(refusal);
        return null;
    });

    @Test
    void rejectsBodyOverTheLimit() throws ServletException, IOException {
        send(new byte[LIMIT + 1]);

        assertThat(refusals).singleElement().isInstanceOf(BodyTooLargeException.class);
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, LIMIT})
    void passesOnBodyWithinTheLimit(int length) throws ServletException, IOException {
        send(new byte[length]);

        assertThat(refusals).isEmpty();
        assertThat(read).singleElement().satisfies(body -> assertThat(body).hasSize(length));
    }

    private void send(byte[] body) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/engine-rest/deployment/create") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(body);
        filter.doFilter(
                request,
                new MockHttpServletResponse(),
                (passed, response) -> read.add(passed.getInputStream().readAllBytes()));
    }
}
