/**
 * The process engine: its configuration, and guards that every request passes. The only module that uses the engine's
 * internals. Its named interfaces have what other modules use, by topic: models, tasks, process instances, jobs, due
 * dates, FEEL, people. To the engine, an engagement is the process instances with its id as business key.
 */
@ApplicationModule(displayName = "Engine")
@NullMarked
package org.acmconversation.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
