/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.comment.process;

import org.jspecify.annotations.NullMarked;
