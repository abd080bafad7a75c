/**
 * Texts that people read in Spanish only. The texts of our own pages, which are also in English, are in {@code page}.
 */
@ApplicationModule(displayName = "Texts")
@NullMarked
package org.acmconversation.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
