package org.acmconversation.security;

import org.acmconversation.engine.identity.Accounts;
import org.acmconversation.problem.StorableText;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Authenticates users of the engine's identity service. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalUsers implements AuthenticationProvider {

    private final Accounts accounts;
    private final LoginThrottle throttle;

    LocalUsers(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
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
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(accounts.groups(user)));
    }

    /** Rejects names that the database cannot store before it is queried. */
    private boolean isRight(String user, String password) {
        return accounts.isPassword(StorableText.isStorable(user) ? user : "", password);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
