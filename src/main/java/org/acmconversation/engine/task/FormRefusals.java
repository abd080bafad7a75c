package org.acmconversation.engine.task;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/** Recognizes form validation failures, whose messages are in Spanish for the person who fills in the form. */
public class FormRefusals {

    private FormRefusals() {}

    /** Whether a failure is a refusal by a form. */
    public static boolean isOne(Throwable failure) {
        return failure instanceof FormFieldValidationException;
    }
}
