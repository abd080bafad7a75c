package org.acmconversation.operations;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses a path prefix: pages, Tasklist and mails link to absolute paths, and the login would lead out of it. */
@Component
class NoPathPrefix implements BeanFactoryPostProcessor {

    private static final String SETTING = "server.servlet.context-path";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String prefix = beans.getBean(Environment.class).getProperty(SETTING, "");
        if (!prefix.isEmpty() && !prefix.equals("/")) {
            throw new IllegalStateException(
                    "%s is %s, but the service does not support a path prefix: remove it, and give the service a host name of its own; see docs/operations.md"
                            .formatted(SETTING, prefix));
        }
    }
}
