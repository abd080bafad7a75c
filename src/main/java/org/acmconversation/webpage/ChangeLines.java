package org.acmconversation.webpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A line for each difference between two versions of something, such as "Licencias: 500 → 700". */
public class ChangeLines {

    private static final String NOTHING = "—";

    private final List<String> lines = new ArrayList<>();
    private final MessageSource messages;
    private final Locale locale;

    /** Starts without differences. */
    public ChangeLines(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Adds a line if the texts differ. */
    public void add(String labelKey, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            lines.add(text(
                    "page.change",
                    text(labelKey),
                    Objects.requireNonNullElse(before, NOTHING),
                    Objects.requireNonNullElse(after, NOTHING)));
        }
    }

    /** Adds a line if the answers to a yes-or-no question differ. */
    public void addAnswer(String labelKey, @Nullable Boolean before, @Nullable Boolean after) {
        add(labelKey, answer(before), answer(after));
    }

    private @Nullable String answer(@Nullable Boolean answer) {
        return answer == null ? null : text("page.answer." + answer);
    }

    /** Returns a message in the language of the lines. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Returns all lines. */
    public List<String> all() {
        return List.copyOf(lines);
    }
}
