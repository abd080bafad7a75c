/** Endpoints of this module. */
@NullMarked
package org.acmconversation.comment.web;

import org.jspecify.annotations.NullMarked;
