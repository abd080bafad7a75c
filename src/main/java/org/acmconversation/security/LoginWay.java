package org.acmconversation.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and systems say who they are; {@code acm.security.login} chooses one. */
interface LoginWay {

    /** Adds the login of clients that send their credentials with each request. */
    void configureApi(HttpSecurity http) throws Exception;

    /** Adds what becomes of people who are not logged in, and of those who log out. */
    void configureWebapps(HttpSecurity http) throws Exception;

    /** Adds the login of people. */
    void configurePages(HttpSecurity http) throws Exception;
}
