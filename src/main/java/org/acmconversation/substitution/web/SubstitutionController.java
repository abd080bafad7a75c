package org.acmconversation.substitution.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.acmconversation.security.Groups;
import org.acmconversation.substitution.Substitution;
import org.acmconversation.substitution.Substitution.Absentee;
import org.acmconversation.substitution.TasksOfAbsentees.OwnedTask;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Substitution over REST. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Absences")
class SubstitutionController {

    private final Substitution substitution;

    SubstitutionController(Substitution substitution) {
        this.substitution = substitution;
    }

    /**
     * The caller's substitutions.
     *
     * @param absentees the people for whom the caller substitutes today
     * @param takenOver the caller's tasks that a substitute has taken over
     */
    record OwnSubstitution(List<Absentee> absentees, List<OwnedTask> takenOver) {}

    @GetMapping("/me/substitution")
    @Operation(
            summary = "Read for whom you substitute today",
            description = "Includes their tasks that you may work on, and your own tasks that a substitute"
                    + " has taken over.")
    OwnSubstitution own(Authentication user) {
        return new OwnSubstitution(
                substitution.absentees(user.getName(), Groups.of(user)), substitution.takenOverFrom(user.getName()));
    }

    @PutMapping("/tasks/{taskId}/substitution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take over a task from an absent person",
            description = "Only for the substitute. The absent person becomes the task's owner.")
    void takeOver(@PathVariable String taskId, Authentication user) {
        substitution.takeOver(taskId, user.getName(), Groups.of(user));
    }

    @DeleteMapping("/tasks/{taskId}/substitution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take your task back from the substitute")
    void takeBack(@PathVariable String taskId, Authentication user) {
        substitution.takeBack(taskId, user.getName());
    }
}
