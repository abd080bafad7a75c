/** Endpoints of this module. */
@NullMarked
package org.acmconversation.view.web;

import org.jspecify.annotations.NullMarked;
