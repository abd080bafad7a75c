package org.acmconversation.savedview.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.savedview.SavedView;
import org.acmconversation.savedview.SavedViews;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's saved views over REST. */
@RestController
@RequestMapping(path = "/api/views", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Saved views")
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    /**
     * A view in a request.
     *
     * @param name the name in the path; may be omitted
     * @param shared defaults to false, as does {@code default}
     */
    record Content(
            String name,

            @NotNull @BoundedText(max = 2000) String query,

            Boolean shared,

            @JsonProperty("default") Boolean isDefault) {}

    @GetMapping
    @Operation(
            summary = "List saved views",
            description = "Your own by name, then those that colleagues share; only the latter have an owner.")
    List<SavedView> list(Principal caller) {
        return views.of(caller.getName());
    }

    @GetMapping("/{name}")
    @Operation(summary = "Read one of your saved views")
    SavedView get(@PathVariable String name, Principal caller) {
        return views.get(caller.getName(), SavedView.checkedName(name));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save a view",
            description = "Creates or replaces it. A new default replaces the previous one.")
    @ApiResponse(responseCode = "200", description = "The view has been replaced.")
    @ApiResponse(responseCode = "201", description = "The view has been created.")
    ResponseEntity<SavedView> put(@PathVariable String name, @RequestBody Content content, Principal caller) {
        if (content.name() != null && !content.name().equals(SavedView.checkedName(name))) {
            throw new InvalidRequestException("name", "must be the name in the path, or omitted");
        }
        var view = new SavedView(
                SavedView.checkedName(name),
                content.query(),
                Boolean.TRUE.equals(content.shared()),
                Boolean.TRUE.equals(content.isDefault()),
                null);
        boolean isNew = views.save(caller.getName(), view);
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(view);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one of your saved views")
    void delete(@PathVariable String name, Principal caller) {
        views.delete(caller.getName(), SavedView.checkedName(name));
    }
}
