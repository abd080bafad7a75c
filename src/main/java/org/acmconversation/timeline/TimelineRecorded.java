package org.acmconversation.timeline;

import java.util.UUID;

/** An entry was added to an engagement's timeline; published within the transaction. */
public record TimelineRecorded(UUID engagementId, TimelineEntry entry) {}
