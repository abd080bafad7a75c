/** The API {@code /api/webhook/dead-letters}. */
@NullMarked
package org.acmconversation.webhook.web;

import org.jspecify.annotations.NullMarked;
