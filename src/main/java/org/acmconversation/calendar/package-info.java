/** Working days: which days are public holidays or company days off, and the working day that follows another. */
@ApplicationModule(displayName = "Calendar")
@NullMarked
package org.acmconversation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
