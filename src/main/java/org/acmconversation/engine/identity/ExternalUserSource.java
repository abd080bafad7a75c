package org.acmconversation.engine.identity;

import java.util.List;
import java.util.Optional;

/** Provides users without a local account. If there is such a bean, the engine stores no users and groups. */
public interface ExternalUserSource {

    /** Returns the current thread's user; empty if there is none, as in jobs. */
    Optional<ExternalUser> current();

    /** Returns all groups of external users. */
    List<ExternalGroup> groups();

    /** Returns the members of a group who have logged in before. */
    List<Colleague> members(String group);

    /** Returns the name of an external user who has logged in before. */
    Optional<String> name(String user);

    /** Returns the email address of an external user who has logged in before. */
    Optional<String> email(String user);

    /**
     * A user who was authenticated elsewhere.
     *
     * @param id user id in tasks, history and authorizations
     * @param groups ids of the user's groups
     */
    record ExternalUser(String id, String firstName, String lastName, String email, List<String> groups) {}

    /** A group and its display name. */
    record ExternalGroup(String id, String name) {}
}
