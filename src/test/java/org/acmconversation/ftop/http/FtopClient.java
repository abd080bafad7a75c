package org.acmconversation.ftop.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.acmconversation.operations.Traces;
import org.acmconversation.outbound.QuietMode;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The HTTP adapter, configured by properties and connected to a simulator. */
class FtopClient {

    static final CatalogTask TASK = new CatalogTask(
            "4047", "Conversación de administración del cambio", true, FastTrackRole.FASTTRACK_MANAGER, List.of());

    private final Map<String, Object> settings = new HashMap<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private boolean quiet;

    FtopClient(FtopSimulator simulator) {
        this(simulator.baseUrl(), simulator.tokenUri());
    }

    FtopClient(URI baseUrl, URI tokenUri) {
        with("base-url", baseUrl);
        with("token-uri", tokenUri);
        with("client-id", FtopSimulator.CLIENT_ID);
        with("client-secret", FtopSimulator.CLIENT_SECRET);
        // Most tests need the circuit to stay closed.
        with("circuit-breaker.minimum-calls", 20);
    }

    FtopClient with(String setting, Object value) {
        settings.put("acm.ftop.http." + setting, value);
        return this;
    }

    FtopClient without(String setting) {
        settings.remove("acm.ftop.http." + setting);
        return this;
    }

    String[] asProperties() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    HttpFtopProperties properties() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("acm.ftop.http", HttpFtopProperties.class);
    }

    /** A client on a quiet node, which makes no calls. */
    FtopClient quiet() {
        quiet = true;
        return this;
    }

    HttpFtop build() {
        return new HttpFtop(properties(), guard(), Traces.off());
    }

    CallGuard guard() {
        return new CallGuard(properties(), new QuietMode(quiet), Traces.off(), meters);
    }

    /** The adapter's meters. */
    MeterRegistry meters() {
        return meters;
    }

    static FtopKey key() {
        return new FtopKey(UUID.randomUUID(), TASK.catalogId());
    }
}
