/** The audit trail: logins, failed logins and everything that people and clients do. */
@ApplicationModule(displayName = "Audit")
@NullMarked
package org.acmconversation.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
