/** Finds the tasks of people who are absent. */
@NullMarked
package org.acmconversation.substitution.process;

import org.jspecify.annotations.NullMarked;
