package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConnectionPoolTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "postgres"})
    void extraConnectionsCloseWhenIdle(String profile) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=" + profile)
                .run(context -> {
                    var pool = new HikariConfig();
                    pool.setJdbcUrl(context.getEnvironment().getRequiredProperty("spring.datasource.url"));
                    Binder.get(context.getEnvironment()).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
                    // Hikari resets an idle timeout that is close to the maximum lifetime.
                    pool.validate();

                    assertThat(pool.getMinimumIdle()).isLessThan(pool.getMaximumPoolSize());
                    assertThat(Duration.ofMillis(pool.getIdleTimeout())).isEqualTo(Duration.ofMinutes(5));
                });
    }
}
