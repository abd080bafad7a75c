package org.acmconversation.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page of local users. */
@Controller
@ConditionalOnProperty(name = "acm.security.login", havingValue = "local")
class LocalLoginPage {

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
