/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.substitution.web;

import org.jspecify.annotations.NullMarked;
