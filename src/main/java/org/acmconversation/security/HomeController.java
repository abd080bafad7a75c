package org.acmconversation.security;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people find themselves after they have logged in. */
@Controller
class HomeController {

    private static final List<String> WORK_IN_TASKLIST =
            List.of(Role.groups(Role.MANAGER, Role.ENGINEER, Role.READY_PARTNER));

    @GetMapping("/")
    String home(Authentication user) {
        boolean worksInTasklist = Groups.of(user).stream().anyMatch(WORK_IN_TASKLIST::contains);
        return worksInTasklist ? "redirect:/camunda/app/tasklist/" : "redirect:/camunda/app/welcome/";
    }
}
