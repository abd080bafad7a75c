package org.acmconversation.engine.refusal;

import org.acmconversation.text.SpanishTexts;

/** Messages of the engine for users of Tasklist and Cockpit. */
public class EngineMessages {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("engine");

    private EngineMessages() {}

    public static String worded(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }
}
