package org.acmconversation.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Active only if there is a mail server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(ConditionalOnMail.HOST)
@interface ConditionalOnMail {

    /** Setting with the mail server's name. */
    String HOST = "spring.mail.host";
}
