package org.acmconversation.engagement;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.acmconversation.calendar.WorkingCalendars;

/** The text, if present, is a country or region (ISO 3166). */
@Constraint(validatedBy = KnownCountry.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface KnownCountry {

    String message() default "must be a country such as MX, or a region such as ES-MD";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks against the calendar. */
    class Check implements ConstraintValidator<KnownCountry, String> {

        @Override
        public boolean isValid(String country, ConstraintValidatorContext context) {
            return country == null || WorkingCalendars.isKnown(country);
        }
    }
}
