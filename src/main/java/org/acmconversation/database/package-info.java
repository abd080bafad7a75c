/** How the service uses its database: transactions that are retried, and reads of one snapshot. */
@ApplicationModule(displayName = "Database")
@NullMarked
package org.acmconversation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
