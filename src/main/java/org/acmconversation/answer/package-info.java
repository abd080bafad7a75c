/** People's answers in forms: stored as they saw them, and shown to those who work on the engagement next. */
@ApplicationModule(displayName = "Answers")
@NullMarked
package org.acmconversation.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
