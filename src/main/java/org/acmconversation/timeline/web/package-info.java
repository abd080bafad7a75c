/** The API for the timeline of an engagement. */
@NullMarked
package org.acmconversation.timeline.web;

import org.jspecify.annotations.NullMarked;
