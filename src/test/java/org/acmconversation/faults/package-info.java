/**
 * Faults on purpose: nodes that are killed, a database that crashes, an FTOP that misbehaves, and who finds what was
 * lost.
 */
package org.acmconversation.faults;
