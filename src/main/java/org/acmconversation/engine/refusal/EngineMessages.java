package org.acmconversation.engine.refusal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Messages of the engine for users of Tasklist and Cockpit. */
public class EngineMessages {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/engine", Locale.ROOT);

    private EngineMessages() {}

    public static String worded(String key, Object... arguments) {
        return new MessageFormat(MESSAGES.getString(key), Locale.ROOT).format(arguments);
    }
}
