/** Endpoints of this module. */
@NullMarked
package org.acmconversation.audit.web;

import org.jspecify.annotations.NullMarked;
