package org.acmconversation.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses ports that are in use before anything connects; the web server opens them last. */
class FreePortsCheck implements SettingsCheck {

    @Override
    public void check(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext) {
            Binder settings = Binder.get(context.getEnvironment());
            ServerProperties server = settings.bindOrCreate("server", ServerProperties.class);
            check("server", server.getAddress(), server.getPort());
            ManagementServerProperties management =
                    settings.bindOrCreate("management.server", ManagementServerProperties.class);
            check("management.server", management.getAddress(), management.getPort());
        }
    }

    private static void check(String settings, @Nullable InetAddress address, @Nullable Integer port) {
        if (port == null || port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            PortInUseException.throwIfPortBindingException(e, () -> port);
            throw new IllegalStateException(
                    "The service cannot listen on port %d: %s. Correct %s.port or %s.address"
                            .formatted(port, e.getMessage(), settings, settings),
                    e);
        }
    }
}
