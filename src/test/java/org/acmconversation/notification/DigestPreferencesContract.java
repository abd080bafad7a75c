package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

/** Choices of people and administrators, unsubscribing, and people without an address. */
abstract class DigestPreferencesContract extends DigestFixture {

    @Test
    void omitsKindsThatAreTurnedOff() {
        choose(Kind.ASSIGNED);
        give("unwanted", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void unsubscribesWithTheLinkInTheMail() throws Exception {
        give("first", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);
        queueAndSend();
        MimeMessage digest = server.getReceivedMessages()[0];
        String address = digest.getHeader("List-Unsubscribe", null);
        assertThat(digest.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(address).matches("<https://acm\\.example\\.org/notifications/unsubscribe/[\\w-]{43}>");

        assertThat(unsubscribing.unsubscribe("nobody's")).isFalse();
        assertThat(unsubscribing.unsubscribe(address.substring(address.lastIndexOf('/') + 1, address.length() - 1)))
                .isTrue();
        give("second", Kind.ASSIGNED);
        clock.advance(Duration.ofDays(3));
        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(choices.of(ANA).isOn(Kind.ASSIGNED, Channel.BELL)).isTrue();
    }

    private void choose(Kind off) {
        Map<Kind, Set<Channel>> channels = new EnumMap<>(Kind.class);
        Arrays.stream(Kind.values())
                .forEach(kind ->
                        channels.put(kind, kind == off ? EnumSet.of(Channel.BELL) : EnumSet.allOf(Channel.class)));
        choices.choose(ANA, new NotificationPreferences(channels, null));
    }

    @Test
    void administratorsOverridePersonalChoices() {
        choose(Kind.ASSIGNED);
        useSettings(new NotificationProperties(
                URI.create("https://acm.example.org"), false, Map.of(Kind.ASSIGNED, Map.of(Channel.MAIL, true))));
        give("wanted by others", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsNoMailWithoutAValidAddress() {
        User ana = identityService.createUserQuery().userId(ANA).singleResult();
        ana.setEmail("ana\r\nBcc: all@example.org");
        identityService.saveUser(ana);
        give("one", Kind.ASSIGNED);
        clock.advance(UNTIL_THE_DIGEST);

        queueAndSend();

        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
