package org.acmconversation.idempotency;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a REST controller that creates a resource, at most once for each {@code Idempotency-Key}. It runs in one
 * transaction, in which its response is stored; if the request is repeated, the stored response is returned instead.
 *
 * <p>The method returns 201 with the resource as its body. If the response has a {@code Location}, it is the request's
 * path followed by a UUID. If the method has other parameters than the body, a repeated request must also have the same
 * path and caller.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = IdempotencyKey.HEADER,
        description = "1 to 255 visible ASCII characters",
        schema = @Schema(type = "string"))
public @interface Idempotent {}
