package fr.jalon.seal.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.SigningKey;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.readmodel.projection.ProjectionCheck;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.seal.notary.Notary;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A superuser alters the event store, the seal or the read models by SQL; the check names the place. */
class LogCheckTest {
    private static final int ENTRIES = 40;
    private static final List<String> TABLES = List.of(
            "events.event", "sealed.leaf", "sealed.node", "sealed.checkpoint", "sealed.verifier_key", "sealed.keyring");
    private static final List<String> MODELS = List.of("span", "entry", "remark", "territory");
    private static final SigningKey KEY = SigningKey.make("jalon/test");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static World world;

    @SuppressWarnings("NullAway.Init")
    private static SealedLog sealed;

    @SuppressWarnings("NullAway.Init")
    private static KeptCheckpoints kept;

    @SuppressWarnings("NullAway.Init")
    private static ProjectionProcessor projection;

    @BeforeAll
    static void seal() {
        world = new World();
        sealed = new SealedLog(world.query);
        kept = KeptCheckpoints.in(directory, InstantSource.system());
        projection = world.projecting();
        RandomEntries lille = new RandomEntries(1, "lille");
        RandomEntries paris = new RandomEntries(2, "paris");
        for (int i = 0; i < ENTRIES / 2; i++) {
            world.record(lille.next());
            world.record(paris.next());
        }
        reseal(KEY);
        world.awaitCaughtUp(projection);
        projection.close();
        TABLES.forEach(
                table -> change("create table public.kept_%s as select * from %s".formatted(name(table), table)));
        change("create schema kept_models");
        for (String table : MODELS) {
            change("create table kept_models.%1$s as select * from projection.%1$s".formatted(table));
        }
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @AfterEach
    void restore() throws IOException {
        for (String table : TABLES) {
            change("truncate " + table);
            change("insert into %s overriding system value select * from public.kept_%s".formatted(table, name(table)));
        }
        for (String table : MODELS) {
            change("truncate projection." + table);
            change("insert into projection.%1$s select * from kept_models.%1$s".formatted(table));
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void an_untouched_log_is_well() {
        kept.keep(sealed.checkpoint().orElseThrow());
        assertThat(check()).isEmpty();
    }

    @Test
    void what_another_process_seals_and_keeps_meanwhile_is_no_fault() {
        Check.Listener meanwhile = (step, done, total) -> {
            world.record(new RandomEntries(3, "nantes").next());
            reseal(KEY);
            kept.keep(sealed.checkpoint().orElseThrow());
        };
        Findings findings = new Findings();
        new LogCheck(world.log, sealed, kept, List.of(KEY.verifier()), true).run(findings, meanwhile);
        assertThat(findings.all()).isEmpty();
        assertThat(kept.all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = overlay(payload placing 'X' from length(payload) - 3)",
                "payload = payload || ' '",
                "payload = replace(payload, '\"type\"', '\"typf\"')",
                "metadata = replace(metadata, 'national', 'nationam')",
                "metadata = metadata || E'\\n'",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "type = 'funding-granted'",
                "revision = '9'",
                "territory = 'lyon'",
                "position = 1000"
            })
    void a_changed_row_is_named(String change) {
        StoredEvent event = event(17);
        change("update events.event set " + change + " where global_index = 17");
        isFirst(Kind.CHANGED, event);
    }

    @Test
    void a_deleted_row_is_named() {
        StoredEvent event = event(23);
        change("delete from events.event where global_index = 23");
        isFirst(Kind.MISSING, event);
    }

    @Test
    void a_row_in_the_place_of_another_is_named() {
        StoredEvent event = event(23);
        change("update events.event set entry_id = gen_random_uuid() where global_index = 23");
        isFirst(Kind.INSERTED, event);
    }

    @Test
    void a_row_inserted_between_two_others_is_named() {
        StoredEvent event = event(30);
        change("update events.event set global_index = global_index + 1000 where global_index >= 30");
        change("update events.event set global_index = global_index - 999 where global_index >= 1030");
        change("""
                insert into events.event
                select 30, gen_random_uuid(), 'lyon', 1, recorded_at, type, revision, payload, metadata
                from events.event where global_index = 29
                """);
        isFirst(Kind.INSERTED, event);
    }

    @Test
    void a_row_inserted_before_the_first_is_named() {
        change("""
                insert into events.event
                select 0, gen_random_uuid(), 'lyon', 1, recorded_at, type, revision, payload, metadata
                from events.event where global_index = 29
                """);
        assertThat(check().getFirst().kind()).isEqualTo(Kind.INSERTED);
        assertThat(check().getFirst().territory()).isEqualTo("lyon");
    }

    @Test
    void two_swapped_rows_are_named() {
        StoredEvent event = event(9);
        change("update events.event set global_index = -1 where global_index = 9");
        change("update events.event set global_index = 9 where global_index = 10");
        change("update events.event set global_index = 10 where global_index = -1");
        isFirst(Kind.REORDERED, event);
    }

    @Test
    void a_head_cut_off_is_named() {
        StoredEvent event = event(36);
        change("delete from events.event where global_index > 35");
        isFirst(Kind.TRUNCATED, event);
    }

    @ParameterizedTest
    @CsvSource({
        "update sealed.node set hash = sha256('x') where level = 2 and index = 3,TREE",
        "delete from sealed.node where level = 3 and index = 1,TREE",
        "delete from sealed.leaf where index = 12,TREE",
        "update sealed.leaf set hash = sha256('x') where index = 12,CHANGED"
    })
    void a_tree_that_was_touched_is_named(String change, Kind kind) {
        change(change);
        assertThat(check()).extracting(Finding::kind).contains(kind);
    }

    @Test
    void a_log_sealed_anew_with_another_key_is_not_signed_by_this_one() {
        change(
                "update events.event set payload = replace(payload, '\"actual\"', '\"actual\" ') where global_index = 3");
        change("truncate sealed.leaf, sealed.node, sealed.checkpoint, sealed.verifier_key, sealed.keyring");
        reseal(SigningKey.make("jalon/test"));
        assertThat(check())
                .extracting(Finding::kind)
                .contains(Kind.SIGNATURE, Kind.KEY)
                .doesNotContain(Kind.TREE);
    }

    @Test
    void a_log_rewritten_and_sealed_anew_with_the_very_key_is_told_by_a_kept_checkpoint() {
        kept.keep(sealed.checkpoint().orElseThrow());
        change("update events.event set type = 'x' where global_index = 3");
        change("truncate sealed.leaf, sealed.node, sealed.checkpoint, sealed.verifier_key, sealed.keyring");
        reseal(KEY);
        assertThat(check()).extracting(Finding::kind).contains(Kind.REWRITTEN);
    }

    @Test
    void an_old_copy_put_back_is_told_by_a_kept_checkpoint() {
        kept.keep(sealed.checkpoint().orElseThrow());
        change("delete from events.event where global_index > 20");
        change("truncate sealed.leaf, sealed.node, sealed.checkpoint, sealed.verifier_key, sealed.keyring");
        reseal(KEY);
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ROLLED_BACK);
            assertThat(finding.detail()).contains("knows of 40 entries, the log of 20");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update projection.span set value = '{\"x\": 1}' where opened_by = 4 and territory = 'lille'",
                "update projection.span set recorded = 'empty' where opened_by = 4 and territory = 'lille'",
                "delete from projection.entry where position = 4 and territory = 'lille'",
                "update projection.entry set actor = 'x' where position = 4 and territory = 'lille'"
            })
    void a_read_model_that_is_not_the_logs_is_named(String change) {
        assertThat(compared()).isEmpty();
        change(change);
        assertThat(compared()).singleElement().satisfies(difference -> {
            assertThat(difference.territory()).isEqualTo("lille");
            assertThat(difference.position()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from projection.territory where territory = 'lille'                               | 1
            update projection.territory set position = 7 where territory = 'lille'                   | 8
            update projection.territory set position = 900 where territory = 'lille'                 | 21
            update projection.territory set recorded_at = recorded_at + interval '1 day' where territory = 'lille' | 20
            """)
    void a_register_that_is_not_read_as_far_as_it_says_is_named(String change, long position) {
        change(change);
        assertThat(compared()).containsExactly(new ProjectionCheck.Difference("lille", position, "territory"));
    }

    @Test
    void a_register_that_the_log_does_not_have_is_named() {
        change("insert into projection.territory values ('lyon', 1, now())");
        assertThat(compared()).containsExactly(new ProjectionCheck.Difference("lyon", 1, "territory"));
    }

    @Test
    void a_comparison_leaves_no_table_on_a_pooled_connection() {
        assertThat(compared()).isEmpty();
        assertThat(world.admin
                        .sql("select relname from pg_class c where relpersistence = 't' and relkind = 'r'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void a_kept_file_that_is_no_checkpoint_is_named() throws IOException {
        kept.keep(sealed.checkpoint().orElseThrow());
        Files.writeString(directory.resolve("checkpoint-7.txt"), "jalon/test\n7\n");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.KEPT_UNREADABLE);
            assertThat(finding.detail()).contains("checkpoint-7.txt");
        });
    }

    @Test
    void what_was_kept_first_stays_whatever_is_kept_later() throws IOException {
        Signed first = sealed.checkpoint().orElseThrow();
        kept.keep(first);
        kept.keep(new Signed(
                first.checkpoint(),
                KEY.sign(new Checkpoint("jalon/test", 40, Hash.ofNothing()).text())
                        .note()));
        assertThat(directory.resolve("checkpoint-40.txt")).hasContent(first.note());
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"foreign, 40, KEPT_UNREADABLE", "mine, 40, REWRITTEN", "mine, 39, KEPT_UNREADABLE"})
    void a_kept_checkpoint_that_is_overwritten_is_named(String signer, long size, Kind kind) throws IOException {
        kept.keep(sealed.checkpoint().orElseThrow());
        SigningKey key = signer.equals("mine") ? KEY : SigningKey.make("jalon/test");
        Files.writeString(
                directory.resolve("checkpoint-40.txt"),
                key.sign(new Checkpoint("jalon/test", size, Hash.ofNothing()).text())
                        .note());
        assertThat(check()).extracting(Finding::kind).containsExactly(kind);
    }

    @Test
    void a_checkpoint_under_the_name_of_another_log_is_named_though_the_key_signed_it() throws IOException {
        Checkpoint own = sealed.checkpoint().orElseThrow().checkpoint();
        String note = KEY.sign(new Checkpoint("jalon/other", own.size(), own.root()).text())
                .note();
        Files.writeString(directory.resolve("checkpoint-40.txt"), note);
        assertThat(check()).extracting(Finding::kind).containsExactly(Kind.REWRITTEN);

        world.admin
                .sql("update sealed.checkpoint set note = ? where size = 40")
                .param(note)
                .update();
        assertThat(check()).extracting(Finding::kind).contains(Kind.SIGNATURE);
    }

    @Test
    void recorded_time_that_goes_back_is_named_though_it_was_sealed_so() {
        StoredEvent event = event(39);
        change("""
                update events.event set recorded_at = (select min(recorded_at) from events.event) where global_index = 39
                """);
        change("truncate sealed.leaf, sealed.node, sealed.checkpoint, sealed.verifier_key, sealed.keyring");
        reseal(KEY);
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.OUT_OF_ORDER);
            assertThat(finding.entryId()).isEqualTo(event.entryId());
        });
    }

    @Test
    void a_tree_made_anew_beneath_its_checkpoints_is_told_by_the_first_that_is_not_so() {
        change("create table public.signed as select * from sealed.checkpoint");
        change("update events.event set type = 'x' where global_index = 3");
        change("truncate sealed.leaf, sealed.node, sealed.checkpoint");
        reseal(KEY);
        change("truncate sealed.checkpoint");
        change("insert into sealed.checkpoint select * from public.signed");
        change("drop table public.signed");
        assertThat(check()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.TREE);
            assertThat(finding.detail()).contains("do not make the root");
        });
    }

    @Test
    void an_entry_that_can_no_longer_be_read_is_a_difference_too() {
        change("update events.event set type = 'x' where territory = 'lille' and position = 7");
        assertThat(compared()).contains(new ProjectionCheck.Difference("lille", 7, "log"));
    }

    private static List<Finding> check() {
        Findings findings = new Findings();
        new LogCheck(world.log, sealed, kept, List.of(KEY.verifier()), true).run(findings, (step, done, total) -> {});
        return findings.all();
    }

    private static List<ProjectionCheck.Difference> compared() {
        return projection.check().run((done, total) -> {});
    }

    private static void isFirst(Kind kind, StoredEvent event) {
        assertThat(check()).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.entryId()).isEqualTo(event.entryId());
            assertThat(finding.territory()).isEqualTo(event.territory());
            assertThat(finding.position()).isEqualTo(event.position());
            assertThat(finding.index()).isEqualTo(event.globalIndex() - 1);
        });
    }

    private static StoredEvent event(long index) {
        return world.log.after(index - 1, 1).getFirst();
    }

    private static void reseal(SigningKey key) {
        try (Notary notary =
                new Notary(world.query, new PostgresEventLog(world.query), key, KeptCheckpoints.nowhere())) {
            notary.start();
            World.await(() -> sealed.size() == world.log.head());
        }
    }

    private static void change(String statement) {
        world.admin.sql(statement).update();
    }

    private static String name(String table) {
        return table.substring(table.indexOf('.') + 1);
    }
}
