/** The pages where people see an engagement as a whole, and steer it: whatever is not a task. */
@ApplicationModule(displayName = "Workplace")
package org.acmconversation.workplace;

import org.springframework.modulith.ApplicationModule;
