package org.acmconversation.operations.nodes;

/** Another node on the same database has different settings. The message says which ones and what to do. */
class DifferentSettingsException extends RuntimeException {

    DifferentSettingsException(String message) {
        super(message);
    }
}
