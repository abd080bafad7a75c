package org.acmconversation.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.acmconversation.engine.instance.BusinessKeySearch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the free text search of Tasklist find customers. Tasklist queries for tasks whose name contains the text; if
 * engagements match the text, their tasks are returned instead.
 */
@Provider
class FreeTextSearch implements ContainerRequestFilter {

    /** Maximum number of engagements; if more match, the rest are ignored. */
    private static final int MAX_ENGAGEMENTS = 500;

    private static final Pattern SEARCH = Pattern.compile("engine/[^/]+/filter/[^/]+/(list|count)");
    private static final Pattern CONTAINS = Pattern.compile("%(.*[^%_\\s].*)%", Pattern.DOTALL);
    private static final String NAME = "nameLike";

    /** The engine drops business keys that extend a filter. */
    private static final String INSTANCES = "processInstanceIdIn";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectProvider<BusinessKeySearch> searches;
    private final JdbcClient jdbc;

    FreeTextSearch(ObjectProvider<BusinessKeySearch> searches, JdbcClient jdbc) {
        this.searches = searches;
        this.jdbc = jdbc;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals("POST")
                || !SEARCH.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(withInstances(body)));
    }

    /** Invalid queries are passed on unchanged, so that the engine reports the error. */
    private byte[] withInstances(byte[] body) throws IOException {
        JsonNode query;
        try {
            query = JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            return body;
        }
        if (!(query instanceof ObjectNode conditions) || conditions.has(INSTANCES)) {
            return body;
        }
        var text = CONTAINS.matcher(conditions.path(NAME).asText());
        List<String> instances = text.matches() ? instances(businessKeys(text.group(1))) : List.of();
        if (instances.isEmpty()) {
            return body;
        }
        conditions.remove(NAME);
        ArrayNode ids = conditions.putArray(INSTANCES);
        instances.forEach(ids::add);
        return JSON.writeValueAsBytes(conditions);
    }

    private List<String> businessKeys(String text) {
        return searches.stream()
                .flatMap(search -> search.businessKeys(text, MAX_ENGAGEMENTS).stream())
                .distinct()
                .limit(MAX_ENGAGEMENTS)
                .toList();
    }

    /** Called processes have the same key. */
    private List<String> instances(List<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ in (:keys) and PARENT_ID_ is null")
                        .param("keys", keys)
                        .query(String.class)
                        .list();
    }
}
