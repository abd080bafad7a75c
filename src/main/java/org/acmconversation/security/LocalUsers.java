package org.acmconversation.security;

import java.util.List;
import org.acmconversation.engine.PasswordHash;
import org.acmconversation.problem.StorableText;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs in the users of the engine's identity service. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalUsers implements AuthenticationProvider {

    private final IdentityService identityService;
    private final PasswordHash passwords;
    private final LoginThrottle throttle;

    LocalUsers(IdentityService identityService, PasswordHash passwords, LoginThrottle throttle) {
        this.identityService = identityService;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String user = login.getName();
        String address =
                login.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.check(user, address);
        if (!isRight(user, String.valueOf(login.getCredentials()))) {
            throttle.failed(user, address);
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        throttle.succeeded(user, address);
        List<String> groups = identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(groups));
    }

    private boolean isRight(String user, String password) {
        boolean isKnown = !user.isEmpty()
                && StorableText.isStorable(user)
                && identityService.createUserQuery().userId(user).count() == 1;
        if (!isKnown) {
            passwords.checkNobodys(password);
        }
        return isKnown && identityService.checkPassword(user, password);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
