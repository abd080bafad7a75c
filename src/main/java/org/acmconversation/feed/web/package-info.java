/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.feed.web;

import org.jspecify.annotations.NullMarked;
