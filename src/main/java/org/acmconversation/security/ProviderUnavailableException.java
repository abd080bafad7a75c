package org.acmconversation.security;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The provider's metadata cannot be fetched, so logins are not possible at the moment. */
class ProviderUnavailableException extends AuthenticationServiceException {

    ProviderUnavailableException(Throwable cause) {
        super("Cannot read the provider's discovery document", cause);
    }
}
