package org.acmconversation.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The login page shown when a form is submitted after its session has expired. Only {@link KeptForms} forwards to it.
 * With a provider, people log in in another tab and then submit the form on this page.
 */
@Controller
class KeptFormPage {

    private final boolean isLocal;
    private final KeptForms keptForms;

    KeptFormPage(LoginProperties chosen, KeptForms keptForms) {
        this.isLocal = chosen.login() == LoginProperties.Method.LOCAL;
        this.keptForms = keptForms;
    }

    @PostMapping(KeptForms.PAGE)
    String show(
            @RequestParam(name = KeptForms.TARGET, required = false) @Nullable String carried,
            @RequestParam(name = KeptForms.BACK, required = false) @Nullable String back,
            HttpServletRequest request,
            Model model) {
        Map<String, String[]> fields =
                new LinkedHashMap<>(KeptForms.form(request).getParameterMap());
        fields.remove("_csrf");
        model.addAttribute("fields", fields);
        String sentTo =
                carried == null ? (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH) : carried;
        // Somebody else's form may name another site.
        String target = sentTo != null && KeptForms.isPlain(sentTo) ? sentTo : "/";
        model.addAttribute("isLocal", isLocal);
        model.addAttribute("target", target);
        model.addAttribute("isShownAgain", keptForms.canShow(target));
        model.addAttribute("back", carried == null ? KeptForms.back(request).orElse(null) : back);
        model.addAttribute("refused", request.getAttribute(KeptForms.REFUSED));
        return "login-resume";
    }
}
