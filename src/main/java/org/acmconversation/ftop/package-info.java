/**
 * FTOP tasks: the catalog that says which ones an engagement needs, the ledger that says how each stands, and the port
 * to FTOP itself.
 */
@ApplicationModule(displayName = "FTOP tasks")
package org.acmconversation.ftop;

import org.springframework.modulith.ApplicationModule;
