package org.acmconversation.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ReservedPortTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void refusesConnectionsWhileNoServerListens() throws IOException {
        try (var port = new ReservedPort()) {
            assertRefuses(port);
            assertListens(port);
            assertRefuses(port);
            assertListens(port);
        }
    }

    @Test
    void isNotAssignedToOthers() throws IOException {
        try (var port = new ReservedPort()) {
            for (int i = 0; i < 1_000; i++) {
                try (var other = new ServerSocket(0, 1, LOOPBACK)) {
                    assertThat(other.getLocalPort()).isNotEqualTo(port.number());
                }
            }
        }
    }

    private static void assertRefuses(ReservedPort port) {
        assertThatThrownBy(() -> new Socket(LOOPBACK, port.number()).close()).isInstanceOf(ConnectException.class);
    }

    private static void assertListens(ReservedPort port) throws IOException {
        try (var server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(LOOPBACK, port.number()));
            new Socket(LOOPBACK, port.number()).close();
            server.accept().close();
        }
    }
}
