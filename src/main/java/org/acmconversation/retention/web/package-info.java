/** The API for dry runs and runs of the nightly cleanup. */
@NullMarked
package org.acmconversation.retention.web;

import org.jspecify.annotations.NullMarked;
