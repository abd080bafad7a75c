package org.acmconversation.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The engine's own users, for installations without an external login provider. */
@Component
public class Accounts {

    private final IdentityService identityService;
    private final PasswordHash passwords;

    Accounts(IdentityService identityService, PasswordHash passwords) {
        this.identityService = identityService;
        this.passwords = passwords;
    }

    /** Whether there is a user with this id. */
    public boolean exists(String user) {
        return identityService.createUserQuery().userId(user).count() == 1;
    }

    /** Whether this is the user's password. Takes as long for a user who does not exist. */
    public boolean isPassword(String user, String password) {
        if (!exists(user)) {
            passwords.checkForUnknownUser(password);
            return false;
        }
        return identityService.checkPassword(user, password);
    }

    /** Returns the ids of the user's groups. */
    public List<String> groups(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Adds a user to an existing group. */
    public void create(String id, String lastName, String password, String group) {
        User user = identityService.newUser(id);
        user.setFirstName(id);
        user.setLastName(lastName);
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(id, group);
    }
}
