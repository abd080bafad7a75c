/** Reads the texts that are in Spanish only. Spring's message source has those of our own pages, in two languages. */
@ApplicationModule(displayName = "Texts")
@NullMarked
package org.acmconversation.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
