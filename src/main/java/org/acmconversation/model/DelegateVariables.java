package org.acmconversation.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The process variables that a delegate or listener cannot do without, and those that it sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DelegateVariables {

    /** Those that must be there. */
    String[] reads() default {};

    /** Those that are there afterward. */
    String[] writes() default {};
}
