/** Pages and endpoints of this module. */
@NullMarked
package org.acmconversation.release.web;

import org.jspecify.annotations.NullMarked;
