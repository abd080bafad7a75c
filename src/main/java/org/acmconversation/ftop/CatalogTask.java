package org.acmconversation.ftop;

import java.util.List;

/**
 * A row of the FTOP catalog.
 *
 * @param catalogId FTOP's number for the task, such as 4047
 * @param name name in the playbook, in Spanish
 * @param mandatory whether the task must be carried out if it applies
 * @param role role that carries it out
 * @param services the task applies to engagements with any of these services; empty if it applies to all
 */
public record CatalogTask(
        String catalogId, String name, boolean mandatory, FastTrackRole role, List<String> services) {}
