/**
 * Scenarios of engagements, which analysts write in {@code processes/scenarios/}. They run on models before these are
 * published.
 */
@ApplicationModule(displayName = "Scenarios")
@NullMarked
package org.acmconversation.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
