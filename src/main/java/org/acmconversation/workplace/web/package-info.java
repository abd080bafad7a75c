/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.workplace.web;

import org.jspecify.annotations.NullMarked;
