/** Working days: public holidays, company days, and due dates that fall on none of them. */
@ApplicationModule(displayName = "Calendar")
@NullMarked
package org.acmconversation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
