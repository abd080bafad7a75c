package org.acmconversation.ftop.simulator;

/** Faults of a request. The work is the requested change. */
public enum Fault {
    /** Waits, then does the work and responds. */
    SLOW_BEFORE_WORK,
    /** Does the work, then waits and responds. */
    SLOW_AFTER_WORK,
    /** Responds with 500 without doing the work. */
    FAIL,
    /** Does the work and responds with 500. */
    FAIL_AFTER_WORK,
    /** Responds with 429 and Retry-After. */
    TOO_MANY_REQUESTS,
    /** Responds with 503 and Retry-After. */
    UNAVAILABLE,
    /** Closes the connection without doing the work. */
    DROP,
    /** Does the work and closes the connection. */
    DROP_AFTER_WORK,
    /** Does the work and sends the response twice. */
    ANSWER_TWICE,
    /** Does the work twice, as if the request had arrived twice, and sends the second response. */
    WORK_TWICE,
    /** Does the work and sends the response byte by byte, without end. */
    DRIP,
    /** Responds with invalid HTTP. */
    NOT_HTTP,
    /** Responds with plain text of type application/json. */
    NOT_JSON,
    /** Responds with two megabytes of JSON. */
    HUGE,
    /** Responds with JSON fields of wrong types. */
    WRONG_TYPES,
    /** Responds with an unknown status. */
    UNKNOWN_STATUS,
    /** Responds with a reference of 10,000 characters. */
    LONG_REFERENCE,
    /** Responds with a reference that contains control characters. */
    UNPRINTABLE_REFERENCE,
    /** Responds with another task's record. */
    OTHER_KEY,
    /** Responds with JSON of type text/html. */
    OTHER_CONTENT_TYPE,
    /** Responds with 404 like a proxy that does not know FTOP. */
    NOT_FTOP,
    /** Responds with 302. */
    REDIRECT,
    /** Responds with 422 and a reason. */
    REFUSE,
    /** Responds with a token that cannot be sent in a header. */
    UNUSABLE_TOKEN,
    /** Forgets all tokens and responds to them with 401. */
    LOSE_TOKENS,
    /** Closes the port and all connections for a while. */
    GO_DOWN
}
