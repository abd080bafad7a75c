package org.acmconversation.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * Sends people to the provider, unless they just come from there and have to be told something. A page does so and no
 * redirect, which would lose the fragment of the page that they wanted.
 */
@Controller
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcLoginPage {

    static final String REFUSED = SecurityConfiguration.LOGIN_PAGE + "?error";
    static final String NO_ROLE = SecurityConfiguration.LOGIN_PAGE + "?norole";
    static final String UNAVAILABLE = SecurityConfiguration.LOGIN_PAGE + "?unavailable";
    static final String LOGGED_OUT = SecurityConfiguration.LOGIN_PAGE + "?logout";

    /** In the session of someone who logged out here: where to go to log out at the provider. */
    static final String LOGOUT_AT_PROVIDER = "acm.logoutAtProvider";

    @GetMapping(SecurityConfiguration.LOGIN_PAGE)
    String login(
            @RequestParam Map<String, String> parameters,
            @SessionAttribute(name = LOGOUT_AT_PROVIDER, required = false) String logoutAtProvider,
            HttpServletRequest request,
            Model model) {
        if (logoutAtProvider != null) {
            request.getSession().invalidate();
            return "redirect:" + logoutAtProvider;
        }
        model.addAttribute("start", OidcLogin.START);
        model.addAttribute("goesOn", parameters.isEmpty());
        return "login-oidc";
    }
}
