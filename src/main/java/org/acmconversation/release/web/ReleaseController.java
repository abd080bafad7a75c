package org.acmconversation.release.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.release.Publications;
import org.acmconversation.release.Release;
import org.acmconversation.release.Releases;
import org.acmconversation.release.web.ReleaseResource.ReleaseItem;
import org.acmconversation.release.web.ReleaseResource.ReleasePage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Releases over REST. */
@RestController
@RequestMapping("/api/releases")
@Tag(name = "Releases")
class ReleaseController {

    private static final String ZIP = "application/zip";

    private final Releases releases;
    private final Publications publications;
    private final GuardedPublications guarded;

    ReleaseController(Releases releases, Publications publications, GuardedPublications guarded) {
        this.releases = releases;
        this.publications = publications;
        this.guarded = guarded;
    }

    /**
     * A reversal.
     *
     * @param reason for the audit trail
     */
    record Reversal(
            @NotNull @BoundedText(max = Uploads.MAX_COMMENT_LENGTH)
            String reason) {}

    /**
     * The form of a draft. Only described: {@link Uploads} reads it part by part.
     *
     * @param base number of a release; the active one if left out
     */
    record DraftForm(
            @ArraySchema(schema = @Schema(type = "string", format = "binary"))
            List<String> files,

            @ArraySchema(schema = @Schema(description = "Path of a file to remove", type = "string"))
            List<String> remove,

            @Schema(maxLength = Uploads.MAX_COMMENT_LENGTH) String comment,

            @Schema(description = "Number of a release; the active one if left out")
            Long base) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List releases and drafts", description = "Newest first.")
    ReleasePage list() {
        return new ReleasePage(releases.list().stream().map(ReleaseItem::of).toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Create a draft",
            description = "Merges files into a release. A file name is a path below processes/, or a file name that is"
                    + " unique in the release; a zip file is unpacked.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = DraftForm.class))))
    @ApiResponse(responseCode = "201", description = "The draft has been made.")
    ResponseEntity<ReleaseResource> create(HttpServletRequest request, Principal caller) throws IOException {
        Uploads uploads = Uploads.read(request);
        if (uploads.files().isEmpty() && uploads.all("remove").isEmpty()) {
            throw new InvalidRequestException("files", "are missing");
        }
        Release draft = releases.create(
                new Releases.Sent(uploads.files(), uploads.all("remove"), uploads.comment("comment"), base(uploads)),
                caller.getName());
        return ResponseEntity.created(URI.create("/api/releases/" + draft.number()))
                .body(of(draft));
    }

    private static @Nullable Long base(Uploads uploads) {
        String base = uploads.first("base");
        if (!base.isEmpty() && !base.matches("\\d{1,18}")) {
            throw new InvalidRequestException("base", "must be the number of a release");
        }
        return base.isEmpty() ? null : Long.valueOf(base);
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a release or draft, with its check, its changes and its impact")
    ReleaseResource get(@PathVariable long number) {
        return of(releases.get(number));
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a draft")
    void delete(@PathVariable long number) {
        releases.delete(number);
    }

    @PutMapping(path = "/{number}/files/{*path}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add or replace a file of a draft",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ReleaseResource put(@PathVariable long number, @PathVariable String path, HttpServletRequest request)
            throws IOException {
        return of(releases.put(number, withoutSlash(path), Uploads.readFile(request)));
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @DeleteMapping(path = "/{number}/files/{*path}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Remove a file of a draft")
    ReleaseResource remove(@PathVariable long number, @PathVariable String path) {
        return of(releases.remove(number, withoutSlash(path)));
    }

    /**
     * An engagement to keep.
     *
     * @param engagementId a finished one
     */
    record KeptEngagement(@NotNull UUID engagementId) {}

    @PostMapping(
            path = "/{number}/scenarios",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Keep a finished engagement as a scenario of a draft",
            description =
                    "Adds scenarios/caso-terminado-N.yaml. Texts that people wrote are replaced; of their answers,"
                            + " it has options, numbers and how far ahead dates were.")
    ReleaseResource keep(
            @PathVariable long number, @org.springframework.web.bind.annotation.RequestBody KeptEngagement kept) {
        return of(releases.keep(number, kept.engagementId()));
    }

    /** Whatever the caller accepts: there is only one form of a file. */
    @GetMapping("/{number}/files/{*path}")
    @Operation(summary = "Read a file of a release")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> file(@PathVariable long number, @PathVariable String path) {
        return attached(
                path.substring(path.lastIndexOf('/') + 1),
                MediaType.APPLICATION_OCTET_STREAM,
                releases.file(number, withoutSlash(path)));
    }

    @GetMapping("/{number}/files.zip")
    @Operation(summary = "Read all files of a release")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> zip(@PathVariable long number) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : releases.files(number).files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return attached("release-%d.zip".formatted(number), MediaType.valueOf(ZIP), bytes.toByteArray());
    }

    /** Always a download: analysts control the content, so it must not run in a browser. */
    private static ResponseEntity<byte[]> attached(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PostMapping(
            path = "/{number}/publication",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Publish a draft",
            description = "Makes it the active release, in one transaction. migrate ALL also moves the running"
                    + " engagements, in the background; mappings names the target activity for engagements whose"
                    + " current activity no longer exists. For the active release, migrate ALL moves those that are"
                    + " still in other versions, and NONE ends a migration.")
    ReleaseResource publish(
            @PathVariable long number,
            @org.springframework.web.bind.annotation.RequestBody Publication publication,
            Authentication caller) {
        return of(guarded.publish(number, publication, null, caller));
    }

    @PostMapping(
            path = "/{number}/reversal",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Roll back the active release",
            description = "Publishes the content of the previous release again, under a new number.")
    ReleaseResource reverse(
            @PathVariable long number,
            @org.springframework.web.bind.annotation.RequestBody Reversal reversal,
            Principal caller) {
        return of(publications.reverse(number, reversal.reason(), caller.getName()));
    }

    private ReleaseResource of(Release release) {
        return ReleaseResource.of(release, releases, publications);
    }
}
