/** Database access: transactions that are retried, and reads from one snapshot. */
@ApplicationModule(displayName = "Database")
@NullMarked
package org.acmconversation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
