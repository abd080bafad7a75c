package org.acmconversation.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text, if there is one, is not blank and has no more characters than allowed; see {@link VisibleText}. */
@Constraint(validatedBy = BoundedText.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface BoundedText {

    /** Most characters, in code points. */
    int max();

    /** What is said of a text that is blank. */
    String message() default "must not be blank";

    /** What is said of a text that is too long. */
    String tooLong() default "must have at most {max} characters";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};

    /** Says which of both is wrong. */
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
