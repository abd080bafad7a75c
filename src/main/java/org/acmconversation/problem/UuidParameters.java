package org.acmconversation.problem;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads UUIDs in paths as RFC 9562 writes them; {@link UUID#fromString} alone takes {@code 1-1-1-1-1} too. An editor,
 * since Spring tries its own lenient one after a converter that refuses.
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
