package org.acmconversation.contract;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Administrators besides the local one. */
class Administrators {

    private Administrators() {}

    /** Creates one, whose password is the name. */
    static void create(IdentityService identityService, String name) {
        User user = identityService.newUser(name);
        user.setPassword(name);
        identityService.saveUser(user);
        identityService.createMembership(name, "camunda-admin");
    }

    static void delete(IdentityService identityService, String name) {
        identityService.deleteUser(name);
    }
}
