/** Registers the nodes of a cluster and compares their settings. */
@NullMarked
package org.acmconversation.operations.nodes;

import org.jspecify.annotations.NullMarked;
