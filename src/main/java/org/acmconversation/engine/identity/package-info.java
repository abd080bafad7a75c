/** People and groups: local accounts, users of an identity provider, and how passwords are stored. */
@NamedInterface
@NullMarked
package org.acmconversation.engine.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
