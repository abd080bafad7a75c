/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.notification.web;

import org.jspecify.annotations.NullMarked;
