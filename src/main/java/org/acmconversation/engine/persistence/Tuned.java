package org.acmconversation.engine.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Marks beans that exist only if the engine is tuned; {@code acm.engine.tuned=false} removes them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = Tuned.SETTING, havingValue = "true", matchIfMissing = true)
@interface Tuned {

    String SETTING = "acm.engine.tuned";
}
