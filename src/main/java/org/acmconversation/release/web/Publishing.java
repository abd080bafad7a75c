package org.acmconversation.release.web;

import java.util.List;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.acmconversation.security.Groups;
import org.acmconversation.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may publish what: analysts publish drafts, and operators move engagements to the active release. */
@Component
class Publishing {

    private final Releases releases;
    private final Publications publications;

    Publishing(Releases releases, Publications publications) {
        this.releases = releases;
        this.publications = publications;
    }

    /** @throws AccessDeniedException if the caller's role does not permit it */
    Release publish(long number, Publication publication, Authentication caller) {
        List<String> groups = Groups.of(caller);
        boolean isAdministrator = groups.contains(Role.ADMINISTRATOR.group());
        if (!releases.get(number).active() && !isAdministrator && !groups.contains(Role.ANALYST.group())) {
            throw new AccessDeniedException("Operators do not publish drafts");
        }
        if (publication.despite() != null && !isAdministrator) {
            throw new InvalidRequestException("despite", "is for administrators");
        }
        return publications.publish(number, publication.order(), caller.getName());
    }
}
