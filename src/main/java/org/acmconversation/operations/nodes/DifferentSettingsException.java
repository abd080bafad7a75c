package org.acmconversation.operations.nodes;

/** Another node works over the same database with other settings; the message says which, and what to do. */
class DifferentSettingsException extends RuntimeException {

    DifferentSettingsException(String message) {
        super(message);
    }
}
