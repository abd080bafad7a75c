package org.acmconversation.erasure;

import java.time.Instant;
import java.util.UUID;

/** An engagement that must not be erased. */
public record LegalHold(UUID engagementId, String reason, String heldBy, Instant heldAt) {}
