/** Working days: public holidays, company days off, and due dates that skip them. */
@ApplicationModule(displayName = "Calendar")
@NullMarked
package org.acmconversation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
