/**
 * Scenarios: what engagements go through, written by analysts in {@code processes/scenarios/}, and run on models that
 * nobody uses yet.
 */
@ApplicationModule(displayName = "Scenarios")
@NullMarked
package org.acmconversation.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
