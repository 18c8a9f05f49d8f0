package fr.jalon.seal.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.Seed;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Edge;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.SignedNote;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.KeyFile;
import fr.jalon.seal.log.Leaves;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.Proofs.Inclusion;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class NotaryTest {
    private static final SigningKey KEY = SigningKey.make("jalon/test");

    private final World world = new World();
    private final SealedLog sealed = new SealedLog(world.query);
    private final List<Notary> notaries = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @AfterEach
    void close() {
        notaries.forEach(Notary::close);
        world.close();
    }

    @Test
    void every_entry_is_sealed_once_and_proven_to_whoever_has_the_key() {
        notary(KEY);
        world.record(new RandomEntries(1, "lille").next(70));
        world.record(new RandomEntries(2, "paris").next(30));
        awaitSealed();

        Proofs proofs = new Proofs(world.log, sealed, Optional.empty());
        assertThat(proofs.keys()).hasSize(1);
        for (StoredEvent event : world.log.after(0, 1_000)) {
            Inclusion proof = proofs.inclusion(event.entryId()).orElseThrow();
            Checkpoint checkpoint = proof.checkpoint().checkpoint();
            assertThat(proofs.keys()
                            .getFirst()
                            .signed(SignedNote.parse(proof.checkpoint().note())))
                    .isTrue();
            assertThat(Merkle.includes(
                            Hash.ofLeaf(proof.leaf().getBytes(StandardCharsets.UTF_8)),
                            proof.index(),
                            checkpoint.size(),
                            proof.path(),
                            checkpoint.root()))
                    .isTrue();
        }
        for (int from = 1; from <= 100; from += 9) {
            assertThat(Merkle.isConsistent(
                            from, sealed.root(from), 100, sealed.root(100), proofs.consistency(from, 100)))
                    .isTrue();
        }
        assertThat(proofs.inclusion(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = replace(payload, '\"type\"', '\"typf\"')",
                "payload = 'no JSON'",
                "metadata = replace(metadata, 'national', 'other')",
                "recorded_at = recorded_at - interval '1 microsecond'"
            })
    void of_an_altered_entry_no_proof_is_given(String change) {
        notary(KEY);
        world.record(new RandomEntries(1, "lille").next(5));
        awaitSealed();
        UUID altered = world.log.of("lille", 3, 1).getFirst().entryId();
        world.admin
                .sql("update events.event set " + change + " where position = 3")
                .update();

        Proofs proofs = new Proofs(world.log, sealed, Optional.empty());
        assertThatThrownBy(() -> proofs.inclusion(altered))
                .isInstanceOfSatisfying(
                        AlteredEntryException.class,
                        refusal -> assertThat(refusal.entryId()).isEqualTo(altered));
    }

    @Test
    void a_key_that_somebody_puts_beside_the_logs_is_neither_listed_nor_vouched_for_by_the_next() {
        SigningKey foreign = SigningKey.make("jalon/test");
        RandomEntries entries = new RandomEntries(6, "lille");
        world.record(entries.next(3));
        notary(KEY);
        awaitSealed();
        notaries.removeFirst().close();
        world.admin
                .sql("insert into sealed.verifier_key (key) values (?), ('garbage')")
                .param(foreign.verifier().text())
                .update();
        assertThat(sealed.keys().stream().map(VerifierKey::text))
                .containsExactly(KEY.verifier().text());

        SigningKey next = SigningKey.make("jalon/test");
        notary(next);
        world.record(entries.next(3));
        awaitSealed();
        World.await(() -> sealed.keyring(next.verifier()).isPresent());
        assertThat(sealed.keys().stream().map(VerifierKey::text))
                .containsExactly(next.verifier().text(), KEY.verifier().text());
    }

    @Test
    void a_last_checkpoint_that_cannot_be_read_is_passed_over() {
        notary(KEY);
        world.record(new RandomEntries(1, "lille").next(5));
        awaitSealed();
        world.admin
                .sql("insert into sealed.checkpoint (number, size, note) values (900, 900, 'garbage')")
                .update();
        assertThat(sealed.checkpoint().orElseThrow().checkpoint().size()).isEqualTo(5);
    }

    @Test
    void an_empty_log_is_signed_too() {
        notary(KEY);
        World.await(() -> sealed.checkpoint().isPresent());
        assertThat(sealed.checkpoint().orElseThrow().checkpoint())
                .isEqualTo(new Checkpoint("jalon/test", 0, Hash.ofNothing()));
    }

    @Test
    void whatever_moment_it_is_cut_off_at_the_tree_is_that_of_all_entries_once() {
        long seed = Seed.of(20260121, "NotaryTest");
        Random random = new Random(seed);
        RandomEntries entries = new RandomEntries(seed, "lille");
        notary(KEY);
        notary(KEY);
        for (int i = 0; i < 12; i++) {
            world.record(entries.next(1 + random.nextInt(60)));
            World.await(random::nextBoolean);
            world.admin.sql("""
                            select count(pg_terminate_backend(pid)) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid() and usename = 'jalon_query'
                            """).query(Long.class).single();
        }
        awaitSealed();
        isTheTreeOfTheLog();
    }

    @Test
    void a_new_notary_goes_on_where_another_ended() {
        RandomEntries entries = new RandomEntries(5, "lille");
        for (int count : new int[] {3, 1, 12, 7}) {
            world.record(entries.next(count));
            Notary notary = notary(KEY);
            awaitSealed();
            notary.close();
        }
        isTheTreeOfTheLog();
    }

    @Test
    void a_new_key_signs_from_its_first_start_on_and_the_old_one_stays_known() {
        RandomEntries entries = new RandomEntries(6, "lille");
        world.record(entries.next(5));
        notary(KEY);
        awaitSealed();
        notaries.removeFirst().close();

        SigningKey next = SigningKey.make("jalon/test");
        notary(next);
        World.await(() -> next.verifier()
                .signed(SignedNote.parse(sealed.checkpoint().orElseThrow().note())));
        assertThat(sealed.keys().stream().map(VerifierKey::text))
                .containsExactly(next.verifier().text(), KEY.verifier().text());
    }

    @Test
    void an_old_key_put_back_in_use_is_the_first_again() {
        SigningKey next = SigningKey.make("jalon/test");
        RandomEntries entries = new RandomEntries(9, "lille");
        for (SigningKey key : List.of(KEY, next, KEY)) {
            world.record(entries.next(2));
            notary(key);
            awaitSealed();
            notaries.removeFirst().close();
        }

        assertThat(sealed.keys().stream().map(VerifierKey::text))
                .containsExactly(KEY.verifier().text(), next.verifier().text());
    }

    @Test
    void a_log_cut_off_behind_what_is_sealed_stops_the_notary() {
        world.record(new RandomEntries(10, "lille").next(5));
        Notary notary = notary(KEY);
        awaitSealed();
        world.admin.sql("delete from events.event where global_index > 3").update();
        World.await(() -> notary.trouble() != null);
        assertThat(sealed.size()).isEqualTo(5);
    }

    @Test
    void of_two_processes_with_two_keys_of_one_name_only_the_newer_goes_on_and_the_other_says_so() {
        RandomEntries entries = new RandomEntries(9, "lille");
        Notary replaced = notary(KEY);
        world.record(entries.next(5));
        awaitSealed();
        SigningKey next = SigningKey.make("jalon/test");
        notary(next);
        World.await(() -> next.verifier()
                .signed(SignedNote.parse(sealed.checkpoint().orElseThrow().note())));
        world.record(entries.next(5));
        World.await(() -> replaced.trouble() != null);
        assertThat(replaced.trouble()).hasMessageContaining("another has replaced");

        world.record(entries.next(5));
        awaitSealed();
        assertThat(next.verifier()
                        .signed(SignedNote.parse(
                                sealed.checkpoint().orElseThrow().note())))
                .isTrue();
        isTheTreeOfTheLog();
    }

    @Test
    void the_key_of_another_log_signs_nothing_here() {
        world.record(new RandomEntries(7, "lille").next(5));
        notary(KEY);
        awaitSealed();
        notaries.removeFirst().close();

        Notary stranger = notary(SigningKey.make("jalon/other"));
        World.await(() -> stranger.trouble() != null);
        assertThat(stranger.trouble()).hasMessageContaining("a new key keeps the log's name");
    }

    @Test
    void nothing_is_sealed_over_a_gap() {
        RandomEntries entries = new RandomEntries(8, "lille");
        world.record(entries.next(5));
        world.admin.sql("delete from events.event where global_index = 3").update();
        Notary notary = notary(KEY);
        World.await(() -> notary.trouble() != null);
        assertThat(sealed.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sealed.leaf set position = 1",
                "delete from sealed.leaf",
                "truncate sealed.leaf",
                "update sealed.node set level = 1",
                "delete from sealed.node",
                "delete from sealed.checkpoint",
                "update sealed.checkpoint set note = ''",
                "delete from sealed.verifier_key",
                "drop table sealed.leaf"
            })
    void the_notarys_role_may_only_add(String change) {
        assertThatThrownBy(() -> world.sql.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void the_key_is_made_once_for_nobody_else_to_read() throws IOException {
        Path file = directory.resolve("keys/log.key");
        SigningKey made = KeyFile.in(file);
        assertThat(KeyFile.in(file).secret()).isEqualTo(made.secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyFile.in(file)).hasMessageContaining("Others may read the signing key");
    }

    private Notary notary(SigningKey key) {
        Notary notary = new Notary(world.query, new PostgresEventLog(world.query), key, KeptCheckpoints.nowhere());
        notaries.add(notary);
        notary.start();
        return notary;
    }

    private void awaitSealed() {
        World.await(() -> {
            try {
                return sealed.checkpoint()
                        .filter(signed -> signed.checkpoint().size() == world.log.head())
                        .isPresent();
            } catch (RuntimeException away) {
                return false;
            }
        });
    }

    private void isTheTreeOfTheLog() {
        Edge naive = new Edge((level, index) -> Hash.ofNothing(), 0);
        for (StoredEvent event : world.log.after(0, 10_000)) {
            naive.add(Leaves.of(event).hash(), (level, index, hash) -> {});
        }
        assertThat(sealed.size()).isEqualTo(world.log.head());
        assertThat(sealed.root(naive.size())).isEqualTo(naive.root());
        assertThat(sealed.checkpoint().orElseThrow().checkpoint().root()).isEqualTo(naive.root());
    }
}
