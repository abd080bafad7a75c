package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Access to endpoints without a rule and to paths without an endpoint. */
class ApiEndpointsTest {

    private final RequestMappingHandlerMapping controllers = mock();
    private final ApiEndpoints endpoints = new ApiEndpoints(controllers);

    @BeforeEach
    void somebodyAddsEndpoints() {
        var paths = new RequestMappingInfo.BuilderConfiguration();
        paths.setPatternParser(new PathPatternParser());
        when(controllers.getHandlerMethods())
                .thenReturn(Stream.of(
                                "/api/engagements/{id}", "/api/engagements/{id}/new", "/api/webhook/new", "/api/new")
                        .collect(Collectors.toMap(
                                path -> RequestMappingInfo.paths(path)
                                        .methods(RequestMethod.GET, RequestMethod.POST, RequestMethod.DELETE)
                                        .options(paths)
                                        .build(),
                                path -> mock(HandlerMethod.class))));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/engagements/1",
        "DELETE, /api/engagements/1",
        "GET, /api/engagements/1/new",
        "HEAD, /api/engagements/1/new",
        "POST, /api/webhook/new",
        "GET, /api/new"
    })
    void endpointsWithoutARuleAreDenied(String method, String path) {
        for (Role role : Role.values()) {
            assertThat(isAllowed(role, method, path)).as(role.name()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "PATCH, false", "PUT, true", "OPTIONS, true"})
    void otherMethodsOfPermittedPathsAreNotAllowed(String method, boolean isAllowed) {
        assertThat(isAllowed(Role.ENGINEER, method, "/api/engagements/1")).isEqualTo(isAllowed);
        assertThat(isAllowed(Role.ANALYST, method, "/api/engagements/1")).isFalse();
    }

    @Test
    void unknownPathsAreNotFoundWithALogin() {
        assertThat(isAllowed(Role.ANALYST, "GET", "/api/nothing")).isTrue();
    }

    private boolean isAllowed(Role role, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        var caller = new TestingAuthenticationToken("somebody", "", role.group());
        return endpoints
                .check(() -> caller, new RequestAuthorizationContext(request))
                .isGranted();
    }
}
