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
 * Forwards people to the provider, unless there is a message to show. It is a page instead of a redirect, which would
 * lose the URL fragment of the requested page.
 */
@Controller
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcLoginPage {

    static final String REFUSED = SecurityConfiguration.LOGIN_PAGE + "?error";
    static final String NO_ROLE = SecurityConfiguration.LOGIN_PAGE + "?norole";
    static final String UNAVAILABLE = SecurityConfiguration.LOGIN_PAGE + "?unavailable";
    static final String LOGGED_OUT = SecurityConfiguration.LOGIN_PAGE + "?logout";

    /** Session attribute after a logout: the provider's logout URL. */
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
