/** Endpoints of this module. */
@NullMarked
package org.acmconversation.ftop.web;

import org.jspecify.annotations.NullMarked;
