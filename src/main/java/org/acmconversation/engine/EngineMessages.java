package org.acmconversation.engine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Messages of the engine for users of Tasklist and Cockpit. */
class EngineMessages {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/engine", Locale.ROOT);

    private EngineMessages() {}

    static String worded(String key, Object... arguments) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ROOT).format(arguments);
    }
}
