/** Endpoints of this module. */
@NullMarked
package org.acmconversation.erasure.web;

import org.jspecify.annotations.NullMarked;
