/** Endpoints of this module. */
@NullMarked
package org.acmconversation.webhook.web;

import org.jspecify.annotations.NullMarked;
