package org.acmconversation.tasklist;

import org.jspecify.annotations.Nullable;

/** A form was deployed, by an older version or past its checks, with a rule that the server cannot check. */
class UnreadableRuleException extends RuntimeException {

    private final String rule;

    UnreadableRuleException(String rule) {
        this(rule, null);
    }

    UnreadableRuleException(String rule, @Nullable Throwable cause) {
        super("A rule of a form cannot be checked: " + rule, cause);
        this.rule = rule;
    }

    /** As it is written in the form. */
    String rule() {
        return rule;
    }
}
