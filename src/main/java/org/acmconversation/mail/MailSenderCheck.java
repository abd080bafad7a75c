package org.acmconversation.mail;

import org.acmconversation.operations.SettingsCheck;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a mail server without a sender's address, before anything connects. */
class MailSenderCheck implements SettingsCheck {

    @Override
    public void check(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty(ConditionalOnMail.HOST)) {
            Binder.get(context.getEnvironment())
                    .bindOrCreate("acm.mail", MailProperties.class)
                    .sender();
        }
    }
}
