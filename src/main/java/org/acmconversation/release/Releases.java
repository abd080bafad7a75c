package org.acmconversation.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.release.ModelUpload.Upload;
import org.acmconversation.release.Release.Jar;
import org.acmconversation.release.Release.Origin;
import org.acmconversation.release.Release.Removed;
import org.acmconversation.release.ReleaseFinding.Severity;
import org.acmconversation.scenario.RecordedScenarios;
import org.acmconversation.scenario.RehearsalResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Releases and their drafts. */
@Component
public class Releases {

    private final ReleaseRepository repository;
    private final ReleaseCheck check;
    private final Rehearsals rehearsals;
    private final DecisionReports decisions;
    private final Impacts impacts;
    private final RecordedScenarios recordedScenarios;
    private final DraftBases bases;
    private final Transactions transactions;
    private final AuditTrail audit;

    Releases(
            ReleaseRepository repository,
            ReleaseCheck check,
            Rehearsals rehearsals,
            DecisionReports decisions,
            Impacts impacts,
            RecordedScenarios recordedScenarios,
            DraftBases bases,
            Transactions transactions,
            AuditTrail audit) {
        this.repository = repository;
        this.check = check;
        this.rehearsals = rehearsals;
        this.decisions = decisions;
        this.impacts = impacts;
        this.recordedScenarios = recordedScenarios;
        this.bases = bases;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * What is sent for a draft.
     *
     * @param files content by file name; archives are unpacked
     * @param remove paths of files to remove
     * @param comment null to keep the one that there is
     * @param base number of a release; null for the active one
     */
    public record Sent(
            Map<String, byte[]> files,
            List<String> remove,
            @Nullable String comment,
            @Nullable Long base) {}

    /** Returns all releases and drafts, newest first. */
    public List<Release> list() {
        return repository.all();
    }

    /** @throws UnknownReleaseException if there is none */
    public Release get(long number) {
        return repository.find(number).orElseThrow(() -> unknown(number));
    }

    private static UnknownReleaseException unknown(long number) {
        return new UnknownReleaseException("There is no release %d.".formatted(number));
    }

    /** Returns the active release. */
    public Release active() {
        return repository.active().orElseThrow(() -> new UnknownReleaseException("There is no release yet."));
    }

    /** Returns the files of a release or draft. */
    public ModelSet files(long number) {
        get(number);
        return repository.files(number);
    }

    /** @throws UnknownReleaseException if the release has no such file */
    public byte[] file(long number, String path) {
        Map<String, byte[]> files = files(number).files();
        byte[] content = files.get(ModelUpload.path(path, files.keySet()));
        if (content == null) {
            throw new UnknownReleaseException("Release %d has no file %s.".formatted(number, path));
        }
        return content;
    }

    /**
     * Returns the findings in a release or draft, the changed elements that no scenario reaches, and the variables that
     * a draft reads and running engagements lack.
     */
    public List<ReleaseFinding> findings(long number) {
        return findings(number, () -> impacts.lacks(files(number)));
    }

    /** Returns the same from an impact that is known already. */
    public List<ReleaseFinding> findings(long number, ImpactReport impact) {
        return findings(number, impact::lacks);
    }

    private List<ReleaseFinding> findings(long number, Supplier<List<ImpactReport.Lack>> lacks) {
        List<ReleaseFinding> findings = new ArrayList<>(check.findings(files(number)));
        findings.addAll(bases.overtaken(get(number)));
        if (get(number).isDraft()) {
            lacks.get().stream()
                    .map(lack -> new ReleaseFinding(lack.path(), lack.elementId(), Severity.WARNING, lack.text()))
                    .forEach(findings::add);
        }
        scenarios(number).uncovered().stream()
                .map(part -> new ReleaseFinding(
                        part.path(), part.elementId(), Severity.WARNING, Changes.text("finding.uncovered")))
                .forEach(findings::add);
        return findings;
    }

    /** Returns the scenarios' results so far. Starts the scenarios of a draft. */
    public RehearsalResult scenarios(long number) {
        return rehearsals.of(get(number));
    }

    /** Returns what was found in the decisions. */
    public DecisionReport decisions(long number) {
        Long base = get(number).base();
        ModelSet set = repository.files(number);
        return decisions.of(base == null ? set : repository.files(base), set);
    }

    /** Returns what became of each file of the base; all are new in the first release. */
    public List<FileChange> fileChanges(long number) {
        return comparison(number).files();
    }

    /** Returns the changes against the base, in words. */
    public List<Change> changes(long number) {
        return comparison(number).changes();
    }

    /** Returns the decisions and forms that differ from the base, as tables. */
    public List<ChangeTable> changeTables(long number) {
        Long base = get(number).base();
        return base == null
                ? List.of()
                : ChangeTables.of(
                        repository.files(base),
                        repository.files(number),
                        fileChanges(number).stream()
                                .filter(file -> file.change() != FileChange.State.SAME)
                                .map(FileChange::path)
                                .toList());
    }

    private Comparison comparison(long number) {
        Long base = get(number).base();
        return new Comparison(base == null ? new ModelSet(Map.of()) : repository.files(base), repository.files(number));
    }

    /**
     * Makes a draft.
     *
     * @throws UnfitFileException if a file cannot be part of it; then nothing is kept
     */
    public Release create(Sent sent, String author) {
        return transactions.run(() -> {
            Release base = sent.base() == null ? active() : base(sent.base());
            ModelUpload upload = merged(repository.files(base.number()), sent);
            Release draft = repository.add(
                    upload.set(), base.number(), Origin.PERSON, author, sent.comment(), upload.removed(), Jar.UNKNOWN);
            record("release.create", draft.number(), Map.of("base", base.number(), "sha256", draft.sha256()));
            return draft;
        });
    }

    private Release base(long number) {
        return repository
                .find(number)
                .filter(release -> !release.isDraft())
                .orElseThrow(() -> new InvalidRequestException("base", "must be the number of a release"));
    }

    private static ModelUpload merged(ModelSet base, Sent sent) {
        var upload = new ModelUpload(base);
        upload.remove(sent.remove());
        upload.add(uploads(sent));
        return upload;
    }

    static List<Upload> uploads(Sent sent) {
        return sent.files().entrySet().stream()
                .map(file -> new Upload(file.getKey(), file.getValue()))
                .toList();
    }

    /** Adds or replaces a file of a draft. */
    public Release put(long number, String path, byte[] content) {
        return transactions.run(() -> change(number, draft -> draft.put(new Upload(path, content))));
    }

    /** Adds what a finished engagement went through to a draft, as a scenario. */
    public Release keep(long number, UUID engagementId) {
        return transactions.run(() -> {
            draft(number);
            ModelSet set = repository.files(number);
            byte[] scenario = recordedScenarios.keep(engagementId, set.models());
            String path = IntStream.iterate(1, i -> i + 1)
                    .mapToObj("scenarios/caso-terminado-%d.yaml"::formatted)
                    .filter(free -> !set.files().containsKey(free))
                    .findFirst()
                    .orElseThrow();
            return change(number, draft -> draft.put(new Upload(path, scenario)));
        });
    }

    /** Removes a file of a draft. */
    public Release remove(long number, String path) {
        return transactions.run(() -> {
            Set<String> paths = files(number).files().keySet();
            if (!paths.contains(ModelUpload.path(path, paths)) && draft(number).isDraft()) {
                throw new UnknownReleaseException("Draft %d has no file %s.".formatted(number, path));
            }
            return change(number, draft -> draft.remove(List.of(path)));
        });
    }

    private Release draft(long number) {
        Release release = repository.lock(number).orElseThrow(() -> unknown(number));
        if (!release.isDraft()) {
            throw new ReleaseNotDraftException(number);
        }
        return release;
    }

    /** Changes the files of a draft, in the caller's transaction. */
    Release change(long number, Consumer<ModelUpload> change) {
        Release draft = draft(number);
        var upload = new ModelUpload(repository.files(number));
        change.accept(upload);
        List<Removed> removed = new ArrayList<>(draft.removedOnIntake());
        upload.removed().stream().filter(part -> !removed.contains(part)).forEach(removed::add);
        repository.change(number, upload.set(), removed);
        record("release.change", number, Map.of("sha256", upload.set().sha256()));
        return get(number);
    }

    /** Deletes a draft. */
    public void delete(long number) {
        transactions.run(() -> {
            draft(number);
            rehearsals.cancel(number);
            repository.delete(number);
            record("release.delete", number, Map.of());
            return number;
        });
    }

    private void record(String action, long number, Map<String, ?> detail) {
        audit.recordOfCaller(action, Long.toString(number), null, detail);
    }
}
