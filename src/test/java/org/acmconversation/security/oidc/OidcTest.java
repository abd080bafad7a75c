package org.acmconversation.security.oidc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A test of the service with an OpenID Connect provider, both over HTTP. All such tests share one of each. */
@Tag("context")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oidc",
            "acm.security.login=oidc",
            "acm.security.oidc.client-id=" + Provider.CLIENT,
            "acm.security.oidc.client-secret=" + Provider.SECRET,
            "acm.security.oidc.audience=" + Provider.AUDIENCE,
            "acm.security.oidc.groups-claim=realm_access.roles",
            "acm.security.oidc.roles[/ft/managers]=MANAGER",
            "acm.security.oidc.roles[ft-admins]=ADMINISTRATOR",
            "acm.security.oidc.roles[engagement-starters]=SERVICE_ACCOUNT",
            "acm.security.oidc.service-accounts=" + Provider.CRM,
        })
@ContextConfiguration(initializers = OidcTest.WithProvider.class)
@interface OidcTest {

    class WithProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("acm.security.oidc.issuer-uri="
                            + Provider.instance().issuer())
                    .applyTo(context);
            context.addApplicationListener(new Registration());
        }
    }

    /** Registers the service's redirect URL with the provider. */
    class Registration implements ApplicationListener<ServletWebServerInitializedEvent> {

        @Override
        public void onApplicationEvent(ServletWebServerInitializedEvent started) {
            // The actuator has its own server.
            if (started.getApplicationContext().getServerNamespace() == null) {
                Provider.instance()
                        .register("http://127.0.0.1:" + started.getWebServer().getPort());
            }
        }
    }
}
