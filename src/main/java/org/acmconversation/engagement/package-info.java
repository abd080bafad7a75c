/** The engagement: one customer going through the ACM conversation, from the request that starts it to its outcome. */
@ApplicationModule(displayName = "Engagements")
@NullMarked
package org.acmconversation.engagement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
