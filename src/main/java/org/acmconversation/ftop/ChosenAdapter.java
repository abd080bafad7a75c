package org.acmconversation.ftop;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Refuses to start outside the profile {@code local} if nobody has chosen an adapter: tasks would be kept in the
 * ledger, and FTOP would never hear of them.
 */
@Component
class ChosenAdapter implements BeanFactoryPostProcessor {

    private static final String SETTING = "acm.ftop.adapter";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment environment = beans.getBean(Environment.class);
        if (!environment.acceptsProfiles(Profiles.of("local")) && !environment.containsProperty(SETTING)) {
            throw new IllegalStateException(SETTING + " is not set: use http to call FTOP, or embedded if this service"
                    + " shall only keep FTOP tasks in its own ledger; see docs/ftop.md");
        }
    }
}
