package org.acmconversation.audit;

import java.util.List;

/** A page of the audit trail, newest first. */
public record AuditPage(List<AuditEntry> items, int page, int size, long totalItems) {}
