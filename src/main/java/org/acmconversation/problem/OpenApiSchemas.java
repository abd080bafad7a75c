package org.acmconversation.problem;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the schemas of the OpenAPI document what springdoc does not read from records. */
@Configuration(proxyBeanMethods = false)
// As the library declares the properties of schemas.
@SuppressWarnings({"rawtypes", "unchecked"})
class OpenApiSchemas {

    private static final String REF = "#/components/schemas/";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /**
     * Members that are {@code @Nullable} may be null: in responses they are present all the same, in requests optional.
     */
    @Bean
    ModelConverter nullableMembers() {
        return OpenApiSchemas::resolve;
    }

    private static @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = next.hasNext() ? next.next().resolve(type, context, next) : null;
        Class<?> model = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && model.isRecord()) {
            Schema<?> defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().substring(REF.length()));
            if (defined != null && defined.getProperties() != null) {
                allowNulls(model, defined.getProperties());
            }
        }
        return schema;
    }

    private static void allowNulls(Class<?> model, Map<String, Schema> members) {
        for (RecordComponent component : model.getRecordComponents()) {
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                members.computeIfPresent(component.getName(), (name, member) -> orNull(member));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> member) {
        if (member.get$ref() != null) {
            return new Schema<>().anyOf(List.of(member, new Schema<>().types(Set.of("null"))));
        }
        // A schema without a type allows every value.
        boolean allowsNull = member.getAnyOf() != null
                || member.getTypes() == null
                || member.getTypes().contains("null");
        if (allowsNull) {
            return member;
        }
        member.addType("null");
        if (member.getEnum() != null) {
            member.addEnumItemObject(null);
        }
        return member;
    }

    /** No member of a merge patch is required (RFC 7396). */
    @Bean
    OpenApiCustomizer patches() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .map(operation -> operation.getRequestBody().getContent().get(MERGE_PATCH))
                .filter(content -> content != null && content.getSchema().get$ref() != null)
                .forEach(content -> describePatch(content, api));
    }

    private static void describePatch(MediaType content, OpenAPI api) {
        content.setSchema(patchOf(content.getSchema(), api.getComponents()));
    }

    /** Returns a reference to a copy of the schema in which nothing is required. */
    private static Schema<?> patchOf(Schema<?> reference, Components components) {
        String name = reference.get$ref().substring(REF.length());
        Schema<?> whole = Objects.requireNonNull(components.getSchemas().get(name), name);
        Map<String, Schema> members = new LinkedHashMap<>();
        whole.getProperties()
                .forEach((member, schema) ->
                        members.put(member, schema.get$ref() == null ? schema : patchOf(schema, components)));
        components.addSchemas(
                name + "Patch",
                new Schema<>()
                        .types(Set.of("object"))
                        .description(whole.getDescription())
                        .properties(members));
        return new Schema<>().$ref(REF + name + "Patch");
    }
}
