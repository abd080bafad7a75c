package org.acmconversation.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ftop.example.com",
                "https://localhost",
                "http://localhost:8090/v1",
                "http://127.0.0.1",
                "http://127.255.1.20:80",
                "http://[::1]:8090"
            })
    void httpsAndLoopbackAreConfidential(URI address) {
        assertThat(ServerAddress.isConfidential(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ftop.example.com",
                "http://127.0.0.1.example.com",
                "http://127.0.0.256",
                "http://128.0.0.1",
                "http://localhost.example.com",
                "http://[::2]",
                "ftp://localhost",
                "//localhost"
            })
    void otherAddressesAreNotConfidential(URI address) {
        assertThat(ServerAddress.isConfidential(address)).isFalse();
    }
}
