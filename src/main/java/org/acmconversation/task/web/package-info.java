/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.task.web;

import org.jspecify.annotations.NullMarked;
