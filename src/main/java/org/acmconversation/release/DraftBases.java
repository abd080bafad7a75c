package org.acmconversation.release;

import java.util.List;
import java.util.Map;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.release.ReleaseFinding.Severity;
import org.springframework.stereotype.Component;

/** Rebases drafts when another release has become active. */
@Component
class DraftBases {

    private final ReleaseRepository repository;
    private final AuditTrail audit;

    DraftBases(ReleaseRepository repository, AuditTrail audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * Keeps everything that has been changed in a draft, which the caller has locked.
     *
     * @return false if it is based on the active release already
     */
    boolean rebase(Release draft) {
        Release active = repository.active().orElseThrow();
        Long base = draft.base();
        if (base == null || base == active.number()) {
            return false;
        }
        var rebase =
                new Rebase(repository.files(base), repository.files(active.number()), repository.files(draft.number()));
        repository.rebase(draft, rebase.set(), active.number());
        audit.recordOfCaller(
                "release.change",
                Long.toString(draft.number()),
                null,
                Map.of("base", active.number(), "rebasedFrom", base));
        return true;
    }

    /** Returns a warning for each file that both a draft and the release that is now its base have changed. */
    List<ReleaseFinding> overtaken(Release draft) {
        Long base = draft.base();
        Long before = draft.rebasedFrom();
        return !draft.isDraft() || base == null || before == null
                ? List.of()
                : new Rebase(repository.files(before), repository.files(base), repository.files(draft.number()))
                        .overtaken().stream()
                                .map(path -> new ReleaseFinding(
                                        path, "", Severity.WARNING, Changes.text("finding.overtaken", base)))
                                .toList();
    }
}
