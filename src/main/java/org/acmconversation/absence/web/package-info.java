/** The API {@code /api/absences}; the pages are in {@code substitution}. */
@NullMarked
package org.acmconversation.absence.web;

import org.jspecify.annotations.NullMarked;
