package org.acmconversation.release.web;

import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.acmconversation.security.Groups;
import org.acmconversation.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Publishes what the caller's role permits: analysts publish drafts, and operators migrate to the active release. */
@Component
class GuardedPublications {

    private final Releases releases;
    private final Publications publications;

    GuardedPublications(Releases releases, Publications publications) {
        this.releases = releases;
        this.publications = publications;
    }

    static boolean isAdministrator(Authentication caller) {
        return Groups.of(caller).contains(Role.ADMINISTRATOR.group());
    }

    /**
     * Publishes a draft or migrates to the active release.
     *
     * @param seen SHA-256 of the draft that the caller has seen; null if unknown
     * @throws AccessDeniedException if the caller's role does not permit it
     */
    Release publish(long number, Publication publication, @Nullable String seen, Authentication caller) {
        boolean isAdministrator = isAdministrator(caller);
        boolean isAnalyst = Groups.of(caller).contains(Role.ANALYST.group());
        if (!releases.get(number).active() && !isAdministrator && !isAnalyst) {
            throw new AccessDeniedException("Operators do not publish drafts");
        }
        if (publication.despite() != null && !isAdministrator) {
            throw new AccessDeniedException("Only administrators override failed scenarios");
        }
        return publications.publish(number, publication.order().seen(seen), caller.getName());
    }
}
