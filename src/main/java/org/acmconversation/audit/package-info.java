/** The audit trail: who logged in or failed to, and who did what, for those who have to answer for it. */
@ApplicationModule(displayName = "Audit")
package org.acmconversation.audit;

import org.springframework.modulith.ApplicationModule;
