package org.acmconversation.mail;

import org.acmconversation.operations.SettingsCheck;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a mail server without a sender's address, before anything connects. */
class MailSenderCheck implements SettingsCheck {

    @Override
    public void check(ConfigurableApplicationContext context) {
        String host = context.getEnvironment().getProperty(ConditionalOnMail.HOST);
        if (host != null) {
            Setting.require(!host.isBlank(), ConditionalOnMail.HOST, "use the mail server's name, or omit it");
            Binder.get(context.getEnvironment())
                    .bindOrCreate("acm.mail", MailProperties.class)
                    .sender();
        }
    }
}
