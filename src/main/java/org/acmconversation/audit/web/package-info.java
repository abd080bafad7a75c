/** The API for the audit trail. */
@NullMarked
package org.acmconversation.audit.web;

import org.jspecify.annotations.NullMarked;
