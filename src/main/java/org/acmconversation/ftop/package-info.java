/** FTOP tasks: the catalog of tasks that an engagement needs, the ledger of their states, and the port to FTOP. */
@ApplicationModule(displayName = "FTOP tasks")
@NullMarked
package org.acmconversation.ftop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
