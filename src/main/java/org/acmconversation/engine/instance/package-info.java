/** Process instances: starting, finding, migrating and deleting them. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
