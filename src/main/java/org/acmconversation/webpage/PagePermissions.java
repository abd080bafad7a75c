package org.acmconversation.webpage;

import org.springframework.security.core.Authentication;

/** Checks what a person may open and submit according to the filter chains, so that pages offer nothing else. */
public class PagePermissions {

    private final NavigationBar navigation;
    private final Authentication user;

    PagePermissions(NavigationBar navigation, Authentication user) {
        this.navigation = navigation;
        this.user = user;
    }

    /** Whether the person may open a page. */
    public boolean open(String path) {
        return navigation.may("GET", path, user);
    }

    /** Whether the person may submit a form. */
    public boolean send(String path) {
        return navigation.may("POST", path, user);
    }
}
