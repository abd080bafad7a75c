/**
 * Probes decision tables: finds inputs that match no row or several, and rows that never match, and evaluates past
 * decisions with changed tables.
 */
@ApplicationModule(displayName = "Decision probes")
@NullMarked
package org.acmconversation.decisionprobe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
