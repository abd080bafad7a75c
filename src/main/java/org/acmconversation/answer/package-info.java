/** Form answers: stored as people saw them, and shown to whoever works on the engagement next. */
@ApplicationModule(displayName = "Answers")
@NullMarked
package org.acmconversation.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
