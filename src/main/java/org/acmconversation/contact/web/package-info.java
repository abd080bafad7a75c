/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.contact.web;

import org.jspecify.annotations.NullMarked;
