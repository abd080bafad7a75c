package org.acmconversation.engine.refusal;

import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import org.acmconversation.problem.Causes;
import org.acmconversation.text.SpanishTexts;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.core.variable.VariableUtil;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.form.FormException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes requests that the engine rejects from errors in the engine. Its REST API responds to many of both with
 * 500.
 */
public class EngineRefusals {

    /** Class of SQL states: a value is too long or out of range, or has characters that cannot be stored. */
    private static final String DATA_EXCEPTION = "22";

    private static final String ENGINE = "org.camunda.";
    private static final String OURS = "org.acmconversation.";
    private static final String REST_API = "org.camunda.bpm.engine.rest.";
    private static final String TYPED_VALUES = "org.camunda.bpm.engine.variable.";
    private static final String SPIN_VALUES = "org.camunda.spin.plugin.variable.";

    private static final Set<String> VARIABLES = Set.of(
            VariableUtil.class.getName(),
            AbstractVariableScope.class.getName(),
            DefaultVariableSerializers.class.getName(),
            AbstractObjectValueSerializer.class.getName());

    /** Number of stack frames between the code that rejects the request and the one that creates the exception. */
    private static final int NEAR = 3;

    private EngineRefusals() {}

    /** Returns the status of the response; 500 if it was not a rejection. */
    public static Status status(Throwable failure) {
        return Causes.of(failure)
                .map(EngineRefusals::ownStatus)
                .filter(status -> status != Status.INTERNAL_SERVER_ERROR)
                .findFirst()
                .orElse(Status.INTERNAL_SERVER_ERROR);
    }

    private static Status ownStatus(Throwable failure) {
        if (isUnknownCharset(failure)) {
            return Status.UNSUPPORTED_MEDIA_TYPE;
        }
        if (failure instanceof NullValueException || failure instanceof NotFoundException) {
            return Status.NOT_FOUND;
        }
        if (failure instanceof TaskAlreadyClaimedException
                || failure instanceof OptimisticLockingException
                || failure instanceof SuspendedEntityInteractionException
                || failure instanceof MissingFormException
                || failure instanceof ClaimedByAnotherException
                || ModelFaults.isOne(failure)) {
            return Status.CONFLICT;
        }
        if (failure instanceof FormException
                || failure instanceof NotValidException
                || failure instanceof HeaderValueException
                || failure instanceof IOException
                || isUnreadable(failure)
                || isInvalidQuery(failure)
                || isInvalidVariable(failure)
                || isInvalidId(failure)
                || isNotStorable(failure)) {
            return Status.BAD_REQUEST;
        }
        return ExceptionHandlerHelper.getInstance().getStatus(failure);
    }

    /** Returns the engine's own message if it was written for the client. */
    public static String message(Throwable refusal) {
        if (isUnknownCharset(refusal)) {
            return "The body is in a character set that is not known";
        }
        if (Causes.of(refusal).anyMatch(OptimisticLockingException.class::isInstance)) {
            return SpanishTexts.of("problems").text("problem.conflict");
        }
        if (refusal instanceof HeaderValueException) {
            return "A header has a value that is not understood";
        }
        if (isUnreadable(refusal)) {
            return "The request has a value of a wrong type, or one is missing";
        }
        if (Causes.of(refusal).anyMatch(EngineRefusals::isNotStorable)) {
            return "The request has a value that is too long or has characters that cannot be stored";
        }
        return ModelFaults.worded(refusal).orElseGet(() -> withoutIds(refusal));
    }

    /** The REST API adds the id of the task or model in front of the engine's message, which already contains it. */
    private static @Nullable String withoutIds(Throwable refusal) {
        return refusal instanceof RestException
                        && refusal.getCause() instanceof ProcessEngineException cause
                        && cause.getMessage() != null
                ? cause.getMessage()
                : refusal.getMessage();
    }

    private static boolean isUnknownCharset(Throwable failure) {
        return failure instanceof UnsupportedCharsetException || failure instanceof IllegalCharsetNameException;
    }

    /**
     * The REST API's own classes assume that requests are complete and have the expected types, so a failure there is
     * the client's error. A failure in our code, which the engine calls, is our error.
     */
    private static boolean isUnreadable(Throwable failure) {
        return (failure instanceof NullPointerException
                        || failure instanceof ClassCastException
                        || failure instanceof IllegalArgumentException
                        || failure instanceof IndexOutOfBoundsException)
                && isFrom(failure, thrower -> thrower.startsWith(REST_API))
                && !isOurs(failure);
    }

    private static boolean isOurs(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(ENGINE) || name.startsWith(OURS))
                .findFirst()
                .filter(name -> name.startsWith(OURS))
                .isPresent();
    }

    /** Queries reject invalid input with the same exception as for any error. */
    private static boolean isInvalidQuery(Throwable failure) {
        return failure.getClass() == ProcessEngineException.class
                && failure.getCause() == null
                && isFrom(failure, thrower -> thrower.contains("Query"));
    }

    /** Whether a variable has an unknown or disabled type, or a transient value although it is stored. */
    private static boolean isInvalidVariable(Throwable failure) {
        return failure instanceof ProcessEngineException
                && Arrays.stream(failure.getStackTrace())
                        .limit(NEAR)
                        .map(StackTraceElement::getClassName)
                        .anyMatch(VARIABLES::contains);
    }

    /** Ids of users, groups and tenants allow only few characters. */
    private static boolean isInvalidId(Throwable failure) {
        return failure instanceof ProcessEngineException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(EnsureUtil.class.getName())
                                && frame.getMethodName().equals("ensureWhitelistedResourceId"));
    }

    private static boolean isFrom(Throwable failure, Predicate<String> thrower) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(ENGINE))
                .filter(name -> !name.startsWith(TYPED_VALUES) && !name.startsWith(SPIN_VALUES))
                .filter(name -> !name.equals(EnsureUtil.class.getName()))
                .findFirst()
                .filter(thrower)
                .isPresent();
    }

    private static boolean isNotStorable(Throwable failure) {
        return failure instanceof SQLException database
                && database.getSQLState() != null
                && database.getSQLState().startsWith(DATA_EXCEPTION);
    }
}
