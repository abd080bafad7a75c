/** Models: what is checked when they are deployed, what their expressions may do, and which of them are active. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
