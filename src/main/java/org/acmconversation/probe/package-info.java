/**
 * Probes decision tables: which cases they leave open or decide twice, which rows never apply, and what they would have
 * decided otherwise.
 */
@ApplicationModule(displayName = "Decision probes")
@NullMarked
package org.acmconversation.probe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
