/** Due dates that count working days. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
