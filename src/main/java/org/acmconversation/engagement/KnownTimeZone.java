package org.acmconversation.engagement;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.acmconversation.calendar.TimeZones;

/** The text, if present, is the name of an IANA time zone. */
@Constraint(validatedBy = KnownTimeZone.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface KnownTimeZone {

    String message() default TimeZones.EXPECTED;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks against the JDK's time zones. */
    class Check implements ConstraintValidator<KnownTimeZone, String> {

        @Override
        public boolean isValid(String timeZone, ConstraintValidatorContext context) {
            return timeZone == null || TimeZones.isKnown(timeZone);
        }
    }
}
