package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.server.Ssl;
import org.springframework.mock.env.MockEnvironment;

/** The service does not start with insecure settings, and says what to set. */
class SafeSettingsCheckTest {

    private final MockEnvironment environment = new MockEnvironment();
    private final ServerProperties server = new ServerProperties();
    private final ManagementServerProperties management = new ManagementServerProperties();

    @Test
    void localProfileListensOnlyOnLoopback() throws UnknownHostException {
        environment.setActiveProfiles("local");

        assertThatThrownBy(() -> start(LoginProperties.Method.LOCAL))
                .hasMessageContaining("server.address to 127.0.0.1");

        server.setAddress(InetAddress.getByName("0.0.0.0"));
        assertThatThrownBy(() -> start(LoginProperties.Method.LOCAL))
                .hasMessageContaining("server.address to 127.0.0.1");

        server.setAddress(InetAddress.getByName("127.0.0.1"));
        assertThatThrownBy(() -> start(LoginProperties.Method.LOCAL))
                .hasMessageContaining("management.server.address to 127.0.0.1");

        management.setAddress(InetAddress.getByName("127.0.0.1"));
        assertThatCode(() -> start(LoginProperties.Method.LOCAL)).doesNotThrowAnyException();
    }

    @Test
    void otherProfilesRequireOidc() {
        server.setForwardHeadersStrategy(ForwardHeadersStrategy.NATIVE);

        assertThatThrownBy(() -> start(LoginProperties.Method.LOCAL)).hasMessageContaining("acm.security.login");
        assertThatCode(() -> start(LoginProperties.Method.OIDC)).doesNotThrowAnyException();
    }

    @Test
    void otherProfilesRequireTls() {
        assertThatThrownBy(() -> start(LoginProperties.Method.OIDC)).hasMessageContaining("server.ssl");

        server.setForwardHeadersStrategy(ForwardHeadersStrategy.NONE);
        assertThatThrownBy(() -> start(LoginProperties.Method.OIDC)).hasMessageContaining("server.ssl");

        var ssl = new Ssl();
        ssl.setKeyStore("keys.p12");
        server.setSsl(ssl);
        assertThatCode(() -> start(LoginProperties.Method.OIDC)).doesNotThrowAnyException();
    }

    @Test
    void otherProfilesRequireALongFtopSecret() {
        server.setForwardHeadersStrategy(ForwardHeadersStrategy.NATIVE);
        environment.setProperty("acm.ftop.http.client-secret", "secret");

        assertThatThrownBy(() -> start(LoginProperties.Method.OIDC))
                .hasMessageContaining("acm.ftop.http.client-secret");

        environment.setProperty("acm.ftop.http.client-secret", "0123456789abcdef");
        assertThatCode(() -> start(LoginProperties.Method.OIDC)).doesNotThrowAnyException();
    }

    private void start(LoginProperties.Method method) {
        SafeSettingsCheck.check(environment, server, management, new LoginProperties(method));
    }
}
