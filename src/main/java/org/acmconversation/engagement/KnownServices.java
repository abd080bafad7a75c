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
import java.util.Set;
import java.util.stream.Collectors;

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

        private static final int MAX_QUOTED = 200;

        private final ServiceCatalog catalog;

        Check(ServiceCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public boolean isValid(List<String> services, ConstraintValidatorContext context) {
            if (services == null) {
                return true;
            }
            Set<String> known = catalog.knownServices();
            if (known.containsAll(services)) {
                return true;
            }
            String unknown = services.stream()
                    .filter(service -> !known.contains(service))
                    .collect(Collectors.joining(", "));
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("has unknown services (%s); known services: %s"
                            .formatted(escape(unknown), String.join(", ", known)))
                    .addConstraintViolation();
            return false;
        }

        /** Escapes the caller's input, so that it is not interpreted as a message template. */
        private static String escape(String text) {
            String shown = text.codePointCount(0, text.length()) > MAX_QUOTED
                    ? text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED)) + "…"
                    : text;
            return shown.replaceAll("[\\\\{}$]", "\\\\$0");
        }
    }
}
