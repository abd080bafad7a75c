/** The audit trail: logins, failed logins and everything that people and clients do. */
@ApplicationModule(displayName = "Audit")
package org.acmconversation.audit;

import org.springframework.modulith.ApplicationModule;
