package org.acmconversation.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and systems authenticate; selected with {@code acm.security.login}. */
interface LoginMethod {

    /** Configures the authentication of clients, which send credentials with each request. */
    void configureApi(HttpSecurity http) throws Exception;

    /** Configures the redirect to the login and the logout. */
    void configureWebapps(HttpSecurity http) throws Exception;

    /** Configures the login of people. */
    void configurePages(HttpSecurity http) throws Exception;
}
