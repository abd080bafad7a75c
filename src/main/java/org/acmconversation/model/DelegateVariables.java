package org.acmconversation.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The process variables that a delegate or listener requires and sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DelegateVariables {

    /** Required variables. */
    String[] reads() default {};

    /** Variables that are set afterward. */
    String[] writes() default {};
}
