/** The engine's users and permissions, and the filters of its web applications. */
@NullMarked
package org.acmconversation.security.process;

import org.jspecify.annotations.NullMarked;
