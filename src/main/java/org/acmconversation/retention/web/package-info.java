/** Endpoints of this module. */
@NullMarked
package org.acmconversation.retention.web;

import org.jspecify.annotations.NullMarked;
