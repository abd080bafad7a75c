/** Jobs: who executes them and when, how they are retried, and what their meters and traces show. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
