package org.acmconversation.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text, if present, is not blank and not too long; see {@link VisibleText}. */
@Constraint(validatedBy = BoundedText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface BoundedText {

    /** Maximum length in code points. */
    int max();

    /** Message for a blank text. */
    String message() default "must not be blank";

    /** Message for a text that is too long. */
    String tooLong() default "must have at most {max} characters";

    /** Required by Bean Validation. */
    Class<?>[] groups() default {};

    /** Required by Bean Validation. */
    Class<? extends Payload>[] payload() default {};

    /** Reports which of the two constraints is violated. */
    class Check implements ConstraintValidator<BoundedText, String> {

        private BoundedText bounds;

        @Override
        public void initialize(BoundedText annotation) {
            bounds = annotation;
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (VisibleText.isBlank(text)) {
                return false;
            }
            if (VisibleText.length(text) <= bounds.max()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(bounds.tooLong()).addConstraintViolation();
            return false;
        }
    }
}
