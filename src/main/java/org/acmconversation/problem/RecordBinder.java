package org.acmconversation.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/**
 * Binds a JSON tree to records of strings, integers, booleans, dates, enums, lists and nested records without
 * converting between JSON types. Leading and trailing white space of text is removed. Values that do not fit are
 * reported and set to null.
 */
class RecordBinder {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** Java writes years beyond four digits with a sign; RFC 3339 and most programs know none. */
    private static final Pattern LONG_YEAR = Pattern.compile("^\\s*[+-]");

    private final List<FieldError> errors;

    RecordBinder(List<FieldError> errors) {
        this.errors = errors;
    }

    <T extends Record> T bind(JsonNode object, Class<T> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordBinder::member).toList();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(new FieldError(path + name, "is unknown; known fields: " + String.join(", ", known)));
            }
        });
        Object[] values = Arrays.stream(components)
                .map(component ->
                        value(object.path(member(component)), component.getGenericType(), path + member(component)))
                .toArray();
        return BeanUtils.instantiateClass(canonicalConstructor(type), values);
    }

    /** A member's name may be a Java keyword, such as {@code default}. */
    private static String member(RecordComponent component) {
        JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
        return other == null ? component.getName() : other.value();
    }

    private static <T extends Record> Constructor<T> canonicalConstructor(Class<T> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has no canonical constructor", e);
        }
    }

    private @Nullable Object value(JsonNode node, Type type, String path) {
        if (node instanceof MissingNode || node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return node.isArray() ? elements(node, list.getActualTypeArguments()[0], path) : wrong(path, "a list");
        }
        Class<?> target = (Class<?>) type;
        if (target.isRecord()) {
            return node.isObject() ? bind(node, target.asSubclass(Record.class), path + ".") : wrong(path, "an object");
        }
        if (target == Boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrong(path, "true or false");
        }
        if (target == Integer.class) {
            return node.isIntegralNumber() ? wholeNumber(node, path) : wrong(path, "a whole number");
        }
        if (target.isEnum()) {
            return enumConstant(node, target, path);
        }
        if (target == LocalDate.class) {
            return time(node, path, LocalDate::parse, ParameterErrors.expected(target));
        }
        if (target == Instant.class) {
            // Parameters may also be dates, which are the beginning of the day.
            return time(
                    node, path, text -> OffsetDateTime.parse(text).toInstant(), "a time such as 2026-01-31T08:00:00Z");
        }
        if (target == UUID.class) {
            return uuid(node, path);
        }
        if (target != String.class) {
            throw new IllegalStateException("No JSON is bound to a " + target.getName());
        }
        return node.isTextual() ? text(node, path) : wrong(path, "text");
    }

    /** Only in canonical form; {@link UUID#fromString} also accepts shorter ones. */
    private @Nullable Object uuid(JsonNode node, String path) {
        String text = VisibleText.strip(node.asText());
        return node.isTextual() && UUID_FORM.matcher(text).matches()
                ? UUID.fromString(text)
                : wrong(path, ParameterErrors.expected(UUID.class));
    }

    private List<Object> elements(JsonNode array, Type elementType, String path) {
        var values = new ArrayList<>();
        for (JsonNode element : array) {
            Object value = element.isNull() ? wrong(path, "a list without null") : value(element, elementType, path);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Integer wholeNumber(JsonNode node, String path) {
        if (node.canConvertToInt()) {
            return node.intValue();
        }
        errors.add(new FieldError(path, "is out of range"));
        return null;
    }

    private @Nullable Object time(JsonNode node, String path, Function<String, Object> parse, String expected) {
        try {
            return node.isTextual() && !LONG_YEAR.matcher(node.textValue()).find()
                    ? parse.apply(VisibleText.strip(node.textValue()))
                    : wrong(path, expected);
        } catch (DateTimeException e) {
            return wrong(path, expected);
        }
    }

    private @Nullable String text(JsonNode node, String path) {
        if (StorableText.isStorable(node.textValue())) {
            return VisibleText.strip(node.textValue());
        }
        errors.add(new FieldError(path, StorableText.MESSAGE));
        return null;
    }

    private @Nullable Object enumConstant(JsonNode node, Class<?> type, String path) {
        for (Object constant : type.getEnumConstants()) {
            if (node.isTextual() && ((Enum<?>) constant).name().equals(node.textValue())) {
                return constant;
            }
        }
        return wrong(
                path,
                "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining(", ")));
    }

    private @Nullable Object wrong(String path, String expected) {
        errors.add(new FieldError(path, "must be " + expected));
        return null;
    }
}
