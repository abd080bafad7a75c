package org.acmconversation.problem;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds to the generated OpenAPI document what controllers do not declare: title, authentication and error responses.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String LOGIN = "basic";

    /** Operations that may find nothing, besides those with an id or number. */
    private static final Pattern OF_ONE = Pattern.compile(
            "(GET|DELETE) /api/(holidays/\\{country}/\\{date}|views/\\{name})" + "|GET /api/ftop-reconciliation");

    /**
     * Operations that the resource's state may forbid, in addition to those on {@link #CHANGED_BY_OTHERS} with a body.
     */
    private static final Pattern CONFLICTING = Pattern.compile("(POST|PATCH) /api/absences(/\\{id})?"
            + "|(GET|DELETE) /api/tasks/\\{taskId}/draft"
            + "|(PUT|DELETE) /api/tasks/\\{taskId}/substitution"
            + "|DELETE /api/releases/\\{number}(/files/\\{path})?"
            + "|DELETE /api/engagements/\\{id}/erasure"
            + "|POST /api/engagements/\\{id}/ftop-tasks/\\{catalogId}/retry"
            + "|POST /api/(retention/runs|portfolio/rebuild|ftop-reconciliation/acknowledgements)");

    /** Requests that the state of the resource may not permit. */
    private static final List<String> CHANGED_BY_OTHERS = List.of("/api/tasks/", "/api/views/", "/api/releases/");

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("ACM conversation")
                        .version("1")
                        .description("Runs engagements through the adoption and change management conversation."
                                + " Leading and trailing white space and zero-width characters are removed from text,"
                                + " in JSON and in CSV; the rest must not be blank."
                                + " Errors are application/problem+json (RFC 9457)."))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri-reference").example("/problems/invalid-request"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> addProblems(method.name(), path, operation)));
    }

    /** Documents the constraints of {@link BoundedText}. */
    @Bean
    PropertyCustomizer boundedTexts() {
        return (property, type) -> {
            for (Annotation annotation : Objects.requireNonNullElse(type.getCtxAnnotations(), new Annotation[0])) {
                if (annotation instanceof BoundedText bounds) {
                    property.maxLength(bounds.max()).pattern(VisibleText.PATTERN);
                }
            }
            return property;
        };
    }

    private static boolean hasIdempotencyKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals("Idempotency-Key"));
    }

    private static void addProblems(String method, String path, Operation operation) {
        String call = method + " " + path;
        Map<String, String> problems = new LinkedHashMap<>();
        boolean ofOne = path.contains("{id}")
                || path.contains("{number}")
                || path.contains("{taskId}")
                || OF_ONE.matcher(call).matches();
        boolean hasBody = operation.getRequestBody() != null;
        if (ofOne || hasBody || operation.getParameters() != null) {
            problems.put("400", "A field, header or parameter is missing or invalid; errors lists each");
        }
        problems.put("401", "Not authenticated");
        problems.put("403", "The caller's role does not permit this");
        if (ofOne) {
            problems.put("404", "Not found");
        }
        if (hasBody) {
            problems.put("413", "The body is too large");
            problems.put("415", "The media type is not supported");
        }
        if (hasBody && path.equals("/api/engagements")) {
            problems.put("409", "The externalId already exists; `id` identifies its engagement");
        } else if (hasBody && path.startsWith("/api/engagements/{id}")) {
            problems.put("409", "The engagement has ended, or its process is suspended or was deleted");
        } else if (CONFLICTING.matcher(call).matches()
                || hasBody && CHANGED_BY_OTHERS.stream().anyMatch(path::startsWith)) {
            problems.put("409", "The current state does not permit this; type and detail say why");
        }
        if (call.equals("PUT /api/tasks/{taskId}/draft")) {
            problems.put("412", "The draft has changed since it was read");
        }
        if (hasIdempotencyKey(operation)) {
            problems.put("410", "The Idempotency-Key was used, and the data of its response was erased");
            problems.put("422", "The Idempotency-Key was used with a different request");
        }
        problems.put("500", "Internal error; the log has details under errorId");
        problems.put("503", "The database is overloaded or unavailable; retry after Retry-After");
        problems.forEach((status, description) -> operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM))))));
    }
}
