/**
 * Fault injection: nodes are killed, the database crashes and FTOP misbehaves; a checker then looks for losses and
 * duplicates.
 */
package org.acmconversation.faults;
