/** The engine's REST API and its webapps: JSON, error responses, and the columns and searches that Tasklist adds. */
@NullMarked
package org.acmconversation.engine.web;

import org.jspecify.annotations.NullMarked;
