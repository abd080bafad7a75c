package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscardedBodyTest {

    private final DiscardedBody body = new DiscardedBody();
    private final Connection connection = new Connection();

    /** Records what a subscriber does with its subscription. */
    private static class Connection implements Flow.Subscription {

        private int requested;
        private boolean isCanceled;

        @Override
        public void request(long parts) {
            requested += (int) parts;
        }

        @Override
        public void cancel() {
            isCanceled = true;
        }
    }

    @BeforeEach
    void subscribe() {
        body.onSubscribe(connection);
    }

    @Test
    void readsFourKilobytesToTheEnd() {
        send(2_048, 1_024);
        send(1_024);

        assertThat(connection.requested).isEqualTo(3);
        assertThat(connection.isCanceled).isFalse();
        assertThat(body.getBody().toCompletableFuture()).isNotDone();

        body.onComplete();

        assertThat(body.getBody().toCompletableFuture()).isCompleted();
    }

    @Test
    void cancelsTheResponseAfterFourKilobytes() {
        send(4_096);
        send(1);

        assertThat(connection.isCanceled).isTrue();
        assertThat(connection.requested).isEqualTo(2);
        assertThat(body.getBody().toCompletableFuture()).isCompleted();
    }

    private void send(int... sizes) {
        body.onNext(Arrays.stream(sizes).mapToObj(ByteBuffer::allocate).toList());
    }
}
