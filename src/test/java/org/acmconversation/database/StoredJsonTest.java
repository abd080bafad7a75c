package org.acmconversation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    private final StoredJson json = new StoredJson(new ObjectMapper());

    record Person(String name, int age) {}

    @Test
    void readsWhatItWrites() {
        var people = List.of(new Person("Ana", 5));

        assertThat(json.read(json.write(people), new TypeReference<List<Person>>() {}))
                .isEqualTo(people);
        assertThat(json.read("{\"name\": \"Ana\"}").get("name").asText()).isEqualTo("Ana");
    }

    /** Exceptions are logged, and what is stored may be personal. */
    @Test
    void doesNotQuoteWhatCannotBeParsed() {
        for (String stored : List.of("{\"name\": Ana}", "{\"name\": \"Luis\", \"age\": \"Ana\"}")) {
            assertThatThrownBy(() -> json.read(stored, Person.class))
                    .hasMessageContaining("A stored Person cannot be parsed at character")
                    .hasMessageNotContaining("Ana")
                    .hasNoCause();
        }
    }
}
