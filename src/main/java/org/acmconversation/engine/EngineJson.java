package org.acmconversation.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.text.DateFormat;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;

/**
 * The JSON of the engine's REST API, which also reads a task as it writes one: Tasklist sets a date by sending the
 * whole task back. A date that does not exist, such as 31 February, is refused and not taken for another one.
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

    /** Its type is an interface, of which Jackson makes nothing. */
    @JsonIgnoreProperties(value = "camundaFormRef", allowGetters = true)
    private interface Task {}
}
