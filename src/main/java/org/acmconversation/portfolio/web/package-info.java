/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.portfolio.web;

import org.jspecify.annotations.NullMarked;
