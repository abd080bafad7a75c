/** The API {@code /api/mail/dead-letters}. */
@NullMarked
package org.acmconversation.mail.web;

import org.jspecify.annotations.NullMarked;
