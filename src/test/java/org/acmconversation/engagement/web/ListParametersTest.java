package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The parameters of the list. */
class ListParametersTest {

    @Test
    void linksOfThePageKeepAllParameters() {
        assertThat(EngagementListPageController.PARAMETERS)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ListParameters.class, ListTextParameters.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .toList());
    }
}
