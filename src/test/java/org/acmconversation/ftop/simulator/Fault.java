package org.acmconversation.ftop.simulator;

/** What can go wrong with a request. The work is the change that was asked for. */
public enum Fault {
    /** Waits, then does the work and answers. */
    SLOW_BEFORE_WORK,
    /** Does the work, then waits and answers. */
    SLOW_AFTER_WORK,
    /** Answers 500 without doing the work. */
    FAIL,
    /** Does the work and answers 500. */
    FAIL_AFTER_WORK,
    /** Answers 429 with Retry-After. */
    TOO_MANY_REQUESTS,
    /** Answers 503 with Retry-After. */
    UNAVAILABLE,
    /** Closes the connection without doing the work. */
    DROP,
    /** Does the work and closes the connection. */
    DROP_AFTER_WORK,
    /** Does the work and sends the answer's bytes twice. */
    ANSWER_TWICE,
    /** Does the work twice, as if the request had arrived twice, and answers the second time. */
    WORK_TWICE,
    /** Does the work and sends a byte of the answer now and then, without end. */
    DRIP,
    /** Answers with what is no HTTP. */
    NOT_HTTP,
    /** Answers with text of type application/json. */
    NOT_JSON,
    /** Answers with two megabytes of JSON. */
    HUGE,
    /** Answers with JSON whose fields have other types. */
    WRONG_TYPES,
    /** Answers with a status that there is not. */
    UNKNOWN_STATUS,
    /** Answers with a reference of 10,000 characters. */
    LONG_REFERENCE,
    /** Answers with a reference that has control characters. */
    UNPRINTABLE_REFERENCE,
    /** Answers with another task's record. */
    OTHER_KEY,
    /** Answers with JSON of type text/html. */
    OTHER_CONTENT_TYPE,
    /** Answers 404 as a proxy would that knows no FTOP. */
    NOT_FTOP,
    /** Answers 302. */
    REDIRECT,
    /** Answers 422 with a reason. */
    REFUSE,
    /** Forgets all tokens, so that they are answered with 401. */
    LOSE_TOKENS,
    /** Closes the port and all connections for a while. */
    GO_DOWN
}
