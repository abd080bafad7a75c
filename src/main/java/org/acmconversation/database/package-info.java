/** How the service uses its database: transactions that are retried, and reads of one snapshot. */
@ApplicationModule(displayName = "Database")
package org.acmconversation.database;

import org.springframework.modulith.ApplicationModule;
