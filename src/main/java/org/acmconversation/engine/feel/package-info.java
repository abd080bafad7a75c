/** FEEL and decisions: parsed once, limited in time and size, and safe for untrusted input. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
