package org.acmconversation.engine.refusal;

import org.acmconversation.problem.Problems;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps failures caused by an invalid decision model to responses of our API. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ModelFaultAdvice {

    private static final Logger log = LoggerFactory.getLogger(ModelFaultAdvice.class);

    @ExceptionHandler({DmnEngineException.class, FeelException.class})
    ResponseEntity<ProblemDetail> fault(Exception failure) {
        log.error("A decision failed because of its model", failure);
        var problem = Problems.of(
                HttpStatus.CONFLICT,
                "model-at-fault",
                "A decision failed because of its model, so nothing was done. Send the request again when an analyst has corrected"
                        + " the model.");
        ModelFaults.worded(failure).ifPresent(reason -> problem.setProperty("reason", reason));
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
