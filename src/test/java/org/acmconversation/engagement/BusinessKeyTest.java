package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessKeyTest {

    private static final String ID = "d86805cc-6be6-466c-ab42-4a9dc8878ed0";

    @Test
    void ofAConversationIsTheEngagementsId() {
        assertThat(BusinessKey.engagementId(ID)).contains(UUID.fromString(ID));
        assertThat(BusinessKey.requireEngagementId(ID)).isEqualTo(UUID.fromString(ID));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "order-17", "1-1-1-1-1", ID + " "})
    void otherProcessesMayHaveAnyKey(String key) {
        assertThat(BusinessKey.engagementId(key)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> BusinessKey.requireEngagementId(key))
                .withMessageEndingWith("the business key is " + key);
    }
}
