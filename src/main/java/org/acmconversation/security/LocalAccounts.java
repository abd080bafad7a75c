package org.acmconversation.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.acmconversation.engine.FirstStart;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Ready users for a laptop, one for each role, whose password is their name. One that is deleted stays deleted. Only in
 * the profile {@code local}, which listens on loopback.
 */
@Component
@Profile("local")
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalAccounts implements InitializingBean {

    private static final Map<String, Role> ACCOUNTS = new LinkedHashMap<>();

    static {
        ACCOUNTS.put("manager", Role.MANAGER);
        ACCOUNTS.put("engineer", Role.ENGINEER);
        ACCOUNTS.put("partner", Role.READY_PARTNER);
        ACCOUNTS.put("analyst", Role.ANALYST);
        ACCOUNTS.put("operator", Role.OPERATOR);
        ACCOUNTS.put("crm", Role.SERVICE_ACCOUNT);
        ACCOUNTS.put("admin", Role.ADMINISTRATOR);
    }

    private final IdentityService identityService;
    private final FirstStart firstStart;

    /** @param groups made before their members */
    LocalAccounts(IdentityService identityService, RolePermissions groups, FirstStart firstStart) {
        this.identityService = identityService;
        this.firstStart = firstStart;
    }

    @Override
    public void afterPropertiesSet() {
        firstStart.alone(this::createUsers);
    }

    private void createUsers() {
        Set<String> missing = firstStart.notMadeBefore(
                ACCOUNTS.keySet().stream().map(LocalAccounts::thing).toList());
        ACCOUNTS.forEach((name, role) -> {
            if (missing.contains(thing(name))) {
                create(name, role);
            }
        });
    }

    private static String thing(String name) {
        return "user " + name;
    }

    private void create(String name, Role role) {
        if (identityService.createUserQuery().userId(name).count() == 0) {
            User user = identityService.newUser(name);
            user.setFirstName(name);
            user.setLastName("local");
            user.setPassword(name);
            identityService.saveUser(user);
            identityService.createMembership(name, role.group());
        }
    }
}
