/** Endpoints of this module. */
@NullMarked
package org.acmconversation.mail.web;

import org.jspecify.annotations.NullMarked;
