/** What people write about an engagement while they work on its tasks. */
@ApplicationModule(displayName = "Comments")
package org.acmconversation.comment;

import org.springframework.modulith.ApplicationModule;
