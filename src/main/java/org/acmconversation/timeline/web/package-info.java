/** Endpoints of this module. */
@NullMarked
package org.acmconversation.timeline.web;

import org.jspecify.annotations.NullMarked;
