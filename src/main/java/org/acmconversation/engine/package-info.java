/**
 * The process engine: its configuration, the deployment of the models, and guards that every request passes. The only
 * module that uses the engine's internals.
 */
@ApplicationModule(displayName = "Engine")
@NullMarked
package org.acmconversation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
