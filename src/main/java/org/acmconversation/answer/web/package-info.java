/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.answer.web;

import org.jspecify.annotations.NullMarked;
