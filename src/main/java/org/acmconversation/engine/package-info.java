/**
 * The process engine: its configuration, the deployment of the models, and guards that sit where every way in passes.
 * The only module that knows the inside of the engine.
 */
@ApplicationModule(displayName = "Engine")
@NullMarked
package org.acmconversation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
