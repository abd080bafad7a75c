package org.acmconversation.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The provider cannot be asked about itself, so nobody can log in for now. */
class ProviderUnavailableException extends AuthenticationServiceException {

    ProviderUnavailableException(Throwable cause) {
        super("The provider's discovery document cannot be read", cause);
    }
}
