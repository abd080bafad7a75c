/** The pages where people see an engagement as a whole, and steer it: whatever is not a task. */
@ApplicationModule(displayName = "Workplace")
@NullMarked
package org.acmconversation.workplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
