/**
 * Database access: transactions that are retried, reads from one snapshot and along indexes, pages of lists, and which
 * database it is.
 */
@ApplicationModule(displayName = "Database")
@NullMarked
package org.acmconversation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
