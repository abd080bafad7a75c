package org.acmconversation.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Personal data of engagements in a module's tables: data about the customer, or text that people wrote. Every table
 * with such data needs a bean of this type; a test compares the beans with the schema.
 */
public interface PersonalData {

    /** What {@link #erase} erases: {@code table.column}, or {@code table} if it deletes the rows. */
    Set<String> erased();

    /** Returns the engagement's rows by table. */
    Map<String, List<Map<String, Object>>> export(Subject subject);

    /**
     * Erases within the current transaction. The caller has locked the engagement, whose process has ended.
     *
     * @return number of changed and deleted rows by table
     */
    Map<String, Integer> erase(Subject subject);
}
