package org.acmconversation.engine.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.text.DateFormat;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * Configures the JSON of the engine's REST API. Makes it accept a task in the format in which it returns one, because
 * Tasklist sets a date by sending back the whole task. Rejects dates that do not exist, such as February 31, instead of
 * shifting them.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/hal+json"})
class EngineJson extends JacksonConfigurator {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        ObjectMapper json = super.getContext(type);
        DateFormat dates = (DateFormat) json.getDateFormat().clone();
        dates.setLenient(false);
        return json.setDateFormat(dates).addMixIn(TaskDto.class, Task.class);
    }

    /** The declared type is an interface, which Jackson cannot instantiate. */
    @JsonIgnoreProperties(value = "camundaFormRef", allowGetters = true)
    private interface Task {}
}
