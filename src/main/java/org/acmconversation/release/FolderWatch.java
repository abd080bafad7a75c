package org.acmconversation.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.acmconversation.problem.Outage;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.release.ModelFolder.Saved;
import org.acmconversation.release.Releases.Sent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** On a laptop, files saved in the models' folder become the analyst's draft, as if Modeler had deployed them. */
@Component
@Profile("local")
class FolderWatch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    /** The second poll after a save picks it up, so it takes about a second. */
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** The local user whose drafts they are. */
    private static final String ANALYST = "analyst";

    private final OpenDrafts drafts;
    private final Releases releases;
    private final TaskScheduler scheduler;
    private final @Nullable Path path;

    FolderWatch(OpenDrafts drafts, Releases releases, TaskScheduler scheduler, ReleaseProperties properties) {
        this.drafts = drafts;
        this.releases = releases;
        this.scheduler = scheduler;
        this.path = properties.folder();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (path == null || !Files.isDirectory(path)) {
            return;
        }
        try {
            var folder = new ModelFolder(path);
            var unused = scheduler.scheduleWithFixedDelay(() -> poll(folder), INTERVAL);
        } catch (IOException e) {
            throw new UncheckedIOException("The models in %s cannot be read".formatted(path), e);
        }
    }

    private void poll(ModelFolder folder) {
        try {
            folder.saved().filter(this::take).ifPresent(folder::taken);
        } catch (NoSuchFileException e) {
            log.debug("{} was moved while being read; the next poll reads it again", e.getFile());
        } catch (IOException e) {
            log.warn("The models in {} cannot be read: {}", path, e.getMessage());
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                folder.notTaken();
            }
            throw e;
        }
    }

    /**
     * Makes or changes the draft, and says in the analysts' language what is wrong with it.
     *
     * @return whether the draft has what was saved
     */
    boolean take(Saved saved) {
        try {
            Release draft = drafts.save(new Sent(saved.files(), saved.removed(), null, null), ANALYST)
                    .draft();
            log.info(Changes.text("folder.saved", draft.number()));
            releases.findings(draft.number())
                    .forEach(finding -> log.warn(Changes.text(
                            "folder.finding", draft.number(), finding.path(), finding.elementId(), finding.message())));
            return true;
        } catch (UnfitFileException unfit) {
            log.warn(Changes.text("modeler.unfit", unfit.file(), unfit.explanation()));
        } catch (ProblemException refusal) {
            log.warn("The files saved in {} were rejected: {}", path, refusal.getMessage());
        }
        return false;
    }
}
