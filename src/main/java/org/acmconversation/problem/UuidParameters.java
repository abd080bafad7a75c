package org.acmconversation.problem;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Parses UUIDs in paths strictly as in RFC 9562; {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. This is a
 * property editor, because after a failing converter Spring would fall back to its own lenient editor.
 */
@ControllerAdvice
class UuidParameters {

    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    @InitBinder
    void readStrictly(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (!UUID_TEXT.matcher(text).matches()) {
                    throw new IllegalArgumentException("not a UUID");
                }
                setValue(UUID.fromString(text));
            }
        });
    }
}
