/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.engagement.web;

import org.jspecify.annotations.NullMarked;
