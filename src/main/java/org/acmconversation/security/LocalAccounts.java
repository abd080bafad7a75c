package org.acmconversation.security;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.acmconversation.engine.identity.Accounts;
import org.acmconversation.operations.FirstStart;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Creates one user per role, with the user name as password, in the profile {@code local}, which listens on loopback
 * only. A deleted user is not created again.
 */
@Component
@Profile("local")
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
// Creates the groups.
@DependsOn("rolePermissions")
class LocalAccounts implements InitializingBean {

    private static final Map<String, Role> ACCOUNTS = new LinkedHashMap<>();

    static {
        ACCOUNTS.put("manager", Role.MANAGER);
        ACCOUNTS.put("engineer", Role.ENGINEER);
        ACCOUNTS.put("partner", Role.READY_PARTNER);
        ACCOUNTS.put("lead", Role.LEAD);
        ACCOUNTS.put("analyst", Role.ANALYST);
        ACCOUNTS.put("operator", Role.OPERATOR);
        ACCOUNTS.put("crm", Role.SERVICE_ACCOUNT);
        ACCOUNTS.put("admin", Role.ADMINISTRATOR);
    }

    private final Accounts accounts;
    private final FirstStart firstStart;

    LocalAccounts(Accounts accounts, FirstStart firstStart) {
        this.accounts = accounts;
        this.firstStart = firstStart;
    }

    @Override
    public void afterPropertiesSet() {
        firstStart.exclusively(this::createUsers);
    }

    private void createUsers() {
        Set<String> missing = firstStart.claimUncreated(
                ACCOUNTS.keySet().stream().map(LocalAccounts::thing).toList());
        ACCOUNTS.forEach((name, role) -> {
            if (missing.contains(thing(name)) && !accounts.exists(name)) {
                accounts.create(name, "local", name, role.group());
            }
        });
    }

    private static String thing(String name) {
        return "user " + name;
    }
}
