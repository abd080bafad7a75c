/** Records the next action that people agree on in the task of the conversation. */
@NullMarked
package org.acmconversation.followup.process;

import org.jspecify.annotations.NullMarked;
