package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.contract.OnH2;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.Releases.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A draft that somebody else publishes at the moment when its author saves another file. */
@OnH2
class OpenDraftsTest {

    private static final String FORM = "forms/request-sme.form";

    @Autowired
    Releases releases;

    @Autowired
    DraftBases bases;

    @Autowired
    Transactions transactions;

    private final ReleaseRepository publishedMeanwhile;

    @Autowired
    OpenDraftsTest(JdbcClient jdbc, JdbcTemplate batches, StoredJson json, Clock clock) {
        this.publishedMeanwhile = new ReleaseRepository(jdbc, batches, json, clock) {
            @Override
            Optional<Release> draftOf(String author) {
                Optional<Release> draft = super.draftOf(author);
                draft.ifPresent(found -> activate(found.number(), "eva", null));
                return draft;
            }
        };
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void filesSavedDuringAPublicationStartAnotherDraft() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ana", ""));
        byte[] form = new String(releases.file(releases.active().number(), FORM), StandardCharsets.UTF_8)
                .replace("\"maxLength\": 500", "\"maxLength\": 400")
                .getBytes(StandardCharsets.UTF_8);
        var drafts = new OpenDrafts(publishedMeanwhile, releases, bases, transactions);

        transactions.tryOut(() -> {
            Release published = releases.create(new Sent(Map.of(), List.of(FORM), null, null), "ana");

            Release draft = drafts.save(new Sent(Map.of(FORM, form), List.of(), null, null), "ana")
                    .draft();

            assertThat(draft.number()).isNotEqualTo(published.number());
            assertThat(draft.isDraft()).isTrue();
            assertThat(draft.base()).isEqualTo(published.number());
            assertThat(releases.file(draft.number(), FORM)).isEqualTo(form);
            assertThat(releases.files(published.number()).files()).doesNotContainKey(FORM);
            return draft;
        });
    }
}
