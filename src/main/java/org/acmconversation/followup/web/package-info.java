/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.followup.web;

import org.jspecify.annotations.NullMarked;
