/** This module's adapters for the process engine. */
@NullMarked
package org.acmconversation.portfolio.process;

import org.jspecify.annotations.NullMarked;
