package org.acmconversation.ftop;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Refuses to start outside the profile {@code local} if no adapter is configured: tasks would be kept only in the
 * ledger and never reach FTOP.
 */
@Component
class ChosenAdapter implements BeanFactoryPostProcessor {

    private static final String SETTING = "acm.ftop.adapter";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        if (!environment.acceptsProfiles(Profiles.of("local")) && !environment.containsProperty(SETTING)) {
            throw new IllegalStateException(SETTING + " is not set: use http to call FTOP, or embedded to keep"
                    + " FTOP tasks only in this service's own ledger; see docs/ftop.md");
        }
    }
}
