package org.acmconversation.page;

import org.springframework.security.core.Authentication;

/** What a person may open and send, as the filter chains have it, so that pages offer nothing else. */
public class Rights {

    private final NavigationBar navigation;
    private final Authentication user;

    Rights(NavigationBar navigation, Authentication user) {
        this.navigation = navigation;
        this.user = user;
    }

    /** Whether the person may open a page. */
    public boolean open(String path) {
        return navigation.may("GET", path, user);
    }

    /** Whether the person may send a form. */
    public boolean send(String path) {
        return navigation.may("POST", path, user);
    }
}
