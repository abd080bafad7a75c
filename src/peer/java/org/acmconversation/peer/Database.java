package org.acmconversation.peer;

/** What the engines write to. */
enum Database {
    H2,
    POSTGRESQL
}
