package org.acmconversation.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.Releases.Sent;
import org.springframework.stereotype.Component;

/** The draft that a person works on with Camunda Modeler or in a folder: each file that is saved changes it. */
@Component
public class OpenDrafts {

    private final ReleaseRepository repository;
    private final Releases releases;
    private final DraftBases bases;
    private final Transactions transactions;

    OpenDrafts(ReleaseRepository repository, Releases releases, DraftBases bases, Transactions transactions) {
        this.repository = repository;
        this.releases = releases;
        this.bases = bases;
        this.transactions = transactions;
    }

    /**
     * A draft as it was saved.
     *
     * @param overtaken if the draft was just rebased, warnings about files that the new base has changed, too
     */
    public record Saved(Release draft, List<ReleaseFinding> overtaken) {}

    /**
     * Merges files into the newest draft of a person, or creates one. If another release has become active meanwhile,
     * the draft is based on that one, with everything that the person has changed. Missing files to remove are ignored.
     */
    public Saved save(Sent sent, String author) {
        return transactions.run(() -> {
            Optional<Release> open = open(author);
            boolean isRebased = open.filter(bases::rebase).isPresent();
            long under = open.orElseGet(releases::active).number();
            Set<String> there = repository.files(under).files().keySet();
            List<String> remove = sent.remove().stream().filter(there::contains).toList();
            Release draft = open.isEmpty()
                    ? releases.create(new Sent(sent.files(), remove, sent.comment(), null), author)
                    : releases.change(under, changed -> {
                        changed.remove(remove);
                        changed.add(Releases.uploads(sent));
                    });
            return new Saved(draft, isRebased ? bases.overtaken(draft) : List.of());
        });
    }

    /**
     * Returns the newest draft of a person. It is locked first: if somebody publishes or deletes it at this moment, it
     * is no longer a draft, and the files start a new one.
     */
    private Optional<Release> open(String author) {
        return repository
                .draftOf(author)
                .flatMap(draft -> repository.lock(draft.number()))
                .filter(Release::isDraft);
    }
}
