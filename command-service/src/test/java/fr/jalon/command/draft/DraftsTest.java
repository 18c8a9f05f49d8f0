package fr.jalon.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.people.MasterKey;
import fr.jalon.people.SealedTexts;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.recording.DraftAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DraftsTest {
    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final Drafts drafts =
            new Drafts(database.dataSource(DatabaseRole.COMMAND), new SealedTexts(MasterKey.random()));
    private final JdbcClient owner = JdbcClient.create(database.dataSource(DatabaseRole.OWNER));
    private final UUID id = UUID.randomUUID();

    @Test
    void a_draft_is_kept_as_it_was_sent() {
        drafts.make("lille", id, text("COPIL"), "claire");

        DraftAnswer kept = drafts.find("lille", id).orElseThrow();

        assertThat(kept.title()).isEqualTo("COPIL");
        assertThat(kept.entries()).singleElement().hasToString("{\"person\":\"Zoé\"}");
        assertThat(kept.touchedBy()).isEqualTo("claire");
        assertThat(kept.version()).isEqualTo(1);
        assertThat(drafts.find("lyon", id)).isEmpty();
    }

    @Test
    void of_two_who_go_on_with_one_version_the_second_is_told() {
        drafts.make("lille", id, text("COPIL"), "claire");

        assertThat(drafts.replace("lille", id, 1, text("COPIL 1"), "claire")).isPresent();
        assertThat(drafts.replace("lille", id, 1, text("COPIL 2"), "paul")).isEmpty();
        assertThat(drafts.find("lille", id).orElseThrow().title()).isEqualTo("COPIL 1");
    }

    @Test
    void one_that_is_there_is_not_made_again() {
        drafts.make("lille", id, text("COPIL"), "claire");

        assertThat(drafts.make("lille", id, text("Autre"), "paul")).isEmpty();
        assertThat(drafts.find("lille", id).orElseThrow().title()).isEqualTo("COPIL");
    }

    @Test
    void one_that_was_changed_meanwhile_is_not_removed() {
        DraftAnswer read = drafts.make("lille", id, text("COPIL"), "claire").orElseThrow();
        drafts.replace("lille", id, 1, text("COPIL 1"), "paul");

        assertThat(drafts.remove(read)).isFalse();
        assertThat(drafts.remove(drafts.find("lille", id).orElseThrow())).isTrue();
        assertThat(drafts.of("lille")).isEmpty();
    }

    @Test
    void a_territory_can_have_a_hundred_and_another_its_own() {
        for (int i = 0; i < Drafts.MOST; i++) {
            assertThat(drafts.make("lille", UUID.randomUUID(), text("COPIL"), "claire"))
                    .isPresent();
        }

        assertThat(drafts.make("lille", id, text("COPIL"), "claire")).isEmpty();
        assertThat(drafts.make("lyon", id, text("COPIL"), "claire")).isPresent();
    }

    @Test
    void the_last_touched_comes_first_and_what_nobody_touched_for_long_goes() {
        UUID older = UUID.randomUUID();
        drafts.make("lille", older, text("Ancien"), "claire");
        drafts.make("lille", id, text("Récent"), "claire");
        owner.sql("update drafts.meeting set touched_at = now() - interval '90 days 1 hour' where id = :id")
                .param("id", older)
                .update();
        assertThat(drafts.of("lille")).extracting(DraftAnswer::title).containsExactly("Récent", "Ancien");

        int dropped = drafts.dropUntouchedSince(Instant.now().minus(DraftRetention.KEPT));

        assertThat(dropped).isEqualTo(1);
        assertThat(drafts.of("lille")).extracting(DraftAnswer::title).containsExactly("Récent");
        assertThat(DraftRetention.KEPT).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void nothing_of_it_is_readable_in_the_database() {
        drafts.make("lille", id, text("COPIL"), "claire");

        byte[] sealed = owner.sql("select sealed from drafts.meeting")
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("COPIL", "Zo");
    }

    private static DraftText text(String title) {
        String sent = """
                {"title": "%s", "entries": [{"person": "Zoé"}]}""".formatted(title);
        return DraftText.sent(sent.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
