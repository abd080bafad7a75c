/**
 * Form answers: stored as people saw them, and shown to whoever works on the engagement next; and the tasks that a
 * person completed, with their answers.
 */
@ApplicationModule(displayName = "Form answers")
@NullMarked
package org.acmconversation.formanswer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
