/** The API and the pages for releases and drafts, and the endpoint for Camunda Modeler's deployments. */
@NullMarked
package org.acmconversation.release.web;

import org.jspecify.annotations.NullMarked;
