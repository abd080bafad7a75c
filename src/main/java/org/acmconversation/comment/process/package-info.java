/** Stores comments as the engine's task comments. */
@NullMarked
package org.acmconversation.comment.process;

import org.jspecify.annotations.NullMarked;
