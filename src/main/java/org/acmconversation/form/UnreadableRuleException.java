package org.acmconversation.form;

import org.jspecify.annotations.Nullable;

/**
 * A deployed form has a rule that the server cannot evaluate: an older version deployed it, or the checks were
 * bypassed.
 */
class UnreadableRuleException extends RuntimeException {

    private final String rule;

    UnreadableRuleException(String rule) {
        this(rule, null);
    }

    UnreadableRuleException(String rule, @Nullable Throwable cause) {
        super("Cannot evaluate a rule of a form: " + rule, cause);
        this.rule = rule;
    }

    /** Returns the rule as written in the form. */
    String rule() {
        return rule;
    }
}
