/** The engagement: one customer going through the ACM conversation, from the request that starts it to its outcome. */
@ApplicationModule(displayName = "Engagements")
package org.acmconversation.engagement;

import org.springframework.modulith.ApplicationModule;
