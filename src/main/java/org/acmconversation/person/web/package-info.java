/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.person.web;

import org.jspecify.annotations.NullMarked;
