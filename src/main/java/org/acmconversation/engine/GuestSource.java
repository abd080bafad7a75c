package org.acmconversation.engine;

import java.util.List;
import java.util.Optional;

/**
 * Knows people and systems who are logged in and have no account here. Where there is one of these, the engine keeps no
 * users and groups of its own.
 */
public interface GuestSource {

    /** Whoever the current thread works for; empty if that is nobody, or a job. */
    Optional<Guest> current();

    /** All groups that a guest can be in. */
    List<GuestGroup> groups();

    /**
     * Someone for whom someone else vouches.
     *
     * @param id name in tasks, histories and authorizations
     * @param groups ids of the groups that they are in
     */
    record Guest(String id, String firstName, String lastName, String email, List<String> groups) {}

    /** A group, with a name for people. */
    record GuestGroup(String id, String name) {}
}
