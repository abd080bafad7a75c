package org.acmconversation.engagement;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;

/** The list contains only services of the FTOP catalog; the message lists them. */
@Constraint(validatedBy = KnownServices.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface KnownServices {

    String message() default "unknown service";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Queries the catalog, so that an analyst can add a service without a release. */
    class Check implements ConstraintValidator<KnownServices, List<String>> {

        private final ServiceCatalog catalog;

        Check(ServiceCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public boolean isValid(List<String> services, ConstraintValidatorContext context) {
            Optional<String> objection = services == null ? Optional.empty() : catalog.objectionTo(services);
            objection.ifPresent(sentence -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(escape(sentence)).addConstraintViolation();
            });
            return objection.isEmpty();
        }

        /** Escapes the caller's input, so that it is not interpreted as a message template. */
        private static String escape(String text) {
            return text.replaceAll("[\\\\{}$]", "\\\\$0");
        }
    }
}
