package org.acmconversation.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that waits to be sent.
 *
 * @param attempts number of attempts so far
 * @param giveUpAt from when a failed attempt is the last one
 */
record QueuedMail(UUID id, Mail mail, int attempts, Instant giveUpAt) {}
