package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final EntryCriteria MET = new EntryCriteria(true, true, true, false);

    private final Profile profile = new Profile(Segment.SMB, 5, List.of("EDGE"), MET);

    @Test
    void defaultsReplaceMissingPlacesOnly() {
        assertThat(profile.inCalendar("ES", "Europe/Madrid"))
                .isEqualTo(new Profile(Segment.SMB, 5, List.of("EDGE"), MET, "ES", "Europe/Madrid"));

        var placed = new Profile(Segment.SMB, 5, List.of("EDGE"), MET, "MX", "America/Mexico_City");

        assertThat(placed.inCalendar("ES", "Europe/Madrid")).isEqualTo(placed);
    }

    /** A start and a change accept the same values, except services: those that left the catalog stay. */
    @Test
    void hasTheConstraintsOfARequestToStart() throws NoSuchFieldException {
        for (RecordComponent component : Profile.class.getRecordComponents()) {
            assertThat(constraints(Profile.class, component.getName()))
                    .as(component.getName())
                    .isNotEmpty()
                    .isEqualTo(constraints(NewEngagement.class, component.getName()));
        }
    }

    private static Set<Annotation> constraints(Class<?> request, String field) throws NoSuchFieldException {
        return Stream.of(request.getDeclaredField(field).getAnnotations())
                .filter(annotation -> annotation.annotationType() != Schema.class
                        && annotation.annotationType() != KnownServices.class)
                .collect(Collectors.toSet());
    }

    @Test
    void entryCriteriaCanBeReplaced() {
        var changed = new EntryCriteria(false, true, true, true);

        assertThat(profile.with(changed)).isEqualTo(new Profile(Segment.SMB, 5, List.of("EDGE"), changed));
    }
}
