/** The API for comments of tasks and engagements. */
@NullMarked
package org.acmconversation.comment.web;

import org.jspecify.annotations.NullMarked;
