/**
 * Starts, reads and ends an engagement's process instance, and the delegates of the models that read and write
 * engagements.
 */
@NullMarked
package org.acmconversation.engagement.process;

import org.jspecify.annotations.NullMarked;
