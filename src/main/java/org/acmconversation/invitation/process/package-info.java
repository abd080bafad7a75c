/** Sends invitations when the call gets its time. */
@NullMarked
package org.acmconversation.invitation.process;

import org.jspecify.annotations.NullMarked;
