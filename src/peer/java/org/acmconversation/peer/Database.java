package org.acmconversation.peer;

/** Databases of the engines. */
enum Database {
    H2,
    POSTGRESQL
}
