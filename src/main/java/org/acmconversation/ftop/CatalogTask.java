package org.acmconversation.ftop;

import java.util.List;

/**
 * A row of the FTOP catalog.
 *
 * @param catalogId FTOP's number of the task, such as 4047
 * @param name as the playbook has it, in Spanish
 * @param mandatory whether the task must be carried out where it applies
 * @param role who carries it out
 * @param services it applies to an engagement with any of these; empty where it applies to all
 */
public record CatalogTask(
        String catalogId, String name, boolean mandatory, FastTrackRole role, List<String> services) {}
