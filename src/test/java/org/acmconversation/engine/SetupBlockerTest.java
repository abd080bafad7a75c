package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: the web applications' setup makes anyone an administrator. */
@AttackTest
class SetupBlockerTest {

    private static final String INTRUDER = """
            {"profile": {"id": "intruder", "firstName": "In", "lastName": "Truder"},
             "credentials": {"password": "intruder"}}""";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @Test
    void stockEngineLetsAnyoneCreateAnAdministrator() {
        Target stock = Target.stock();

        assertThat(stock.post("/camunda/api/admin/setup/stock/user/create", INTRUDER)
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/set%75p/default/user/creat%65",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/admin/setup;a=b/default/user/create",
                "/camunda/api/admin;a=b/setup/default/user/create",
                "/camunda;a=b/api/admin/setup/default;c/user/create;d=e",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create",
                "/camunda/api/admin/%2e/setup/default/user/create",
                "/camunda/api/admin/Setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create?a=b",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/setup%2Fdefault/user/create",
            })
    void rejectsEverySpellingOfTheSetupPath(String path) {
        identityService.deleteMembership("admin", "camunda-admin");
        try {
            for (Target target : new Target[] {Target.product(port, "manager"), Target.nobody(port)}) {
                assertThat(target.post(path, INTRUDER).statusCode()).isBetween(400, 404);
            }
        } finally {
            identityService.createMembership("admin", "camunda-admin");
        }

        assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void otherWebApplicationEndpointsStillWork() {
        Target manager = Target.product(port, "manager");
        manager.logIn();
        manager.get("/camunda/app/tasklist/default/");

        assertThat(manager.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(200);
    }
}
