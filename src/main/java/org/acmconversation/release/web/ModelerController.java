package org.acmconversation.release.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.problem.BodyTooLargeException;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.release.OpenDrafts;
import org.acmconversation.release.OpenDrafts.Saved;
import org.acmconversation.release.Release;
import org.acmconversation.release.ReleaseFinding;
import org.acmconversation.release.ReleaseFinding.Severity;
import org.acmconversation.release.Releases;
import org.acmconversation.release.UnfitFileException;
import org.acmconversation.text.SpanishTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the deploy button of Camunda Modeler calls, in the shape of the engine's REST API. It makes or changes the
 * analyst's draft; findings come back as the error that Modeler shows.
 *
 * @see <a href="https://docs.camunda.org/rest/camunda-bpm-platform/7.24/#tag/Deployment">Deployment, REST API</a>
 */
@Hidden
@RestController
@RequestMapping(path = "/modeler", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelerController {

    /** Asked for by Modeler, which then offers what this version of the engine can do. */
    private static final String ENGINE_VERSION = "7.24.0";

    private static final String ENGINE_TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSZ";

    private static final String NAME = "deployment-name";

    /** Modeler shows the message in a small window. */
    private static final int MAX_FINDINGS = 20;

    private static final SpanishTexts TEXTS = SpanishTexts.of("releases");

    private final OpenDrafts drafts;
    private final Releases releases;

    ModelerController(OpenDrafts drafts, Releases releases) {
        this.drafts = drafts;
        this.releases = releases;
    }

    /** The engine's version. */
    record Version(String version) {}

    /** A link, as the engine writes one. */
    record Link(String method, String href, String rel) {}

    /**
     * A deployment, as the engine answers it.
     *
     * @param id number of the draft
     */
    record Deployed(
            List<Link> links,
            String id,
            String name,
            String source,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = ENGINE_TIME, timezone = "UTC")
            Instant deploymentTime,

            @Nullable String tenantId,
            Map<String, Object> deployedProcessDefinitions,
            Map<String, Object> deployedCaseDefinitions,
            Map<String, Object> deployedDecisionDefinitions,
            Map<String, Object> deployedDecisionRequirementsDefinitions) {}

    /** An error, as the engine answers it. */
    record Failure(String type, String message) {}

    /** Modeler requests an empty list of deployments to check the connection and the login. */
    @GetMapping("/deployment")
    List<Deployed> list() {
        return List.of();
    }

    @GetMapping("/version")
    Version version() {
        return new Version(ENGINE_VERSION);
    }

    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> create(HttpServletRequest request, Principal caller) throws IOException {
        Uploads uploads = Uploads.read(request);
        if (uploads.files().isEmpty()) {
            return ResponseEntity.badRequest().body(failure(TEXTS.text("modeler.noFile")));
        }
        Saved saved = drafts.save(
                new Releases.Sent(uploads.files(), List.of(), uploads.comment(NAME), null), caller.getName());
        Release draft = saved.draft();
        List<ReleaseFinding> errors = releases.findings(draft.number()).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        List<String> sections = Stream.of(overtaken(saved), errors(draft, errors))
                .filter(section -> !section.isEmpty())
                .toList();
        return sections.isEmpty()
                ? ResponseEntity.ok(deployed(draft, uploads))
                : ResponseEntity.badRequest().body(failure(String.join("\n\n", sections)));
    }

    private static Deployed deployed(Release draft, Uploads uploads) {
        return new Deployed(
                List.of(new Link("GET", "/releases/" + draft.number(), "self")),
                Long.toString(draft.number()),
                uploads.first(NAME),
                uploads.first("deployment-source"),
                draft.createdAt(),
                null,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static Failure failure(String message) {
        return new Failure("ParseException", message);
    }

    private static String overtaken(Saved saved) {
        return saved.overtaken().isEmpty()
                ? ""
                : lines(
                        TEXTS.text(
                                "modeler.overtaken",
                                saved.draft().number(),
                                saved.draft().base()),
                        saved.overtaken());
    }

    private static String errors(Release draft, List<ReleaseFinding> errors) {
        return errors.isEmpty() ? "" : lines(TEXTS.text("modeler.findings", draft.number()), errors);
    }

    private static String lines(String first, List<ReleaseFinding> findings) {
        List<String> lines = new ArrayList<>();
        lines.add(first);
        findings.stream().limit(MAX_FINDINGS).map(ModelerController::line).forEach(lines::add);
        if (findings.size() > MAX_FINDINGS) {
            lines.add(TEXTS.text("modeler.more", findings.size() - MAX_FINDINGS));
        }
        return String.join("\n", lines);
    }

    private static String line(ReleaseFinding finding) {
        return Stream.of(finding.path(), finding.elementId(), finding.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** Modeler shows only the member {@code message}. */
    @ExceptionHandler
    ResponseEntity<Failure> refused(ProblemException refusal) {
        return ResponseEntity.status(refusal.status()).body(failure(explanation(refusal)));
    }

    @ExceptionHandler
    ResponseEntity<Failure> overtaken(ConcurrencyFailureException conflict) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(failure(TEXTS.text("modeler.refused.conflict")));
    }

    private static String explanation(ProblemException refusal) {
        if (refusal instanceof UnfitFileException unfit) {
            return TEXTS.text("modeler.unfit", unfit.file(), unfit.explanation());
        }
        if (refusal instanceof BodyTooLargeException) {
            return TEXTS.text("unfit.TOO_MUCH");
        }
        return refusal instanceof InvalidRequestException invalid
                ? invalid.errors().stream()
                        .map(error -> field(error.field()))
                        .distinct()
                        .collect(Collectors.joining("\n"))
                : TEXTS.text("modeler.refused");
    }

    private static String field(String name) {
        return Set.of("body", "files").contains(name)
                ? TEXTS.text("modeler.refused.body")
                : TEXTS.text("modeler.refused.field", name);
    }
}
