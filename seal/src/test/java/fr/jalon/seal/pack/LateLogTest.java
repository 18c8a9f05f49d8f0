package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.log.SigningKey;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.NotSealedException;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.Notary;
import fr.jalon.seal.pack.AuditPacks.FunderAnswer;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Packs where the log that is read ends before the one that is signed: a copy that is behind, or a tail cut off. */
class LateLogTest {
    private static final AsOf DAY = new AsOf(LocalDate.of(2022, 6, 1));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int NEVER = Integer.MAX_VALUE;

    @Test
    void a_national_pack_waits_for_what_is_signed_and_comes_later() throws Exception {
        LateLog log = new LateLog(PackWorld.WORLD.log, 4);
        Path pack = PackWorld.readFrom(log, LONG).makeNational(DAY, null, PackWorld.NOBODY);

        assertThat(new PackVerifier(List.of()).verify(PackWorld.read(pack)).entries())
                .isEqualTo(65);
    }

    @Test
    void a_national_pack_is_not_made_without_what_is_signed() {
        AuditPacks packs = PackWorld.readFrom(new LateLog(PackWorld.WORLD.log, NEVER), SHORT);

        assertThatThrownBy(() -> packs.makeNational(DAY, null, PackWorld.NOBODY))
                .isInstanceOf(NotSealedException.class);
    }

    @Test
    void nor_is_one_of_what_was_known_at_an_instant() {
        AuditPacks packs = PackWorld.readFrom(new LateLog(PackWorld.WORLD.log, NEVER), SHORT);

        assertThatThrownBy(() -> packs.makeNational(DAY, new KnownAt(Instant.EPOCH), PackWorld.NOBODY))
                .isInstanceOf(NotSealedException.class);
    }

    @Test
    void a_funders_pack_is_not_made_before_the_entries_it_rests_on_are_sealed() {
        try (World world = new World()) {
            SealedLog sealed = new SealedLog(world.query);
            SigningKey key = SigningKey.make("jalon/test");
            RandomEntries entries = new RandomEntries(1, "paris");
            world.record(entries.next(5));
            try (Notary notary = new Notary(world.query, world.log, key, KeptCheckpoints.nowhere())) {
                notary.start();
                assertThat(new Proofs(world.log, sealed, Optional.empty(), LONG).sealedBeyond(5))
                        .isNotNull();
            }
            world.record(entries.next(1));
            EventLog log = new LateLog(world.log, NEVER);
            AuditPacks packs =
                    new AuditPacks(log, sealed, new Proofs(log, sealed, Optional.empty(), SHORT), Optional.of(key));
            UUID last = world.log.of("paris", 6, 1).getFirst().entryId();

            assertThatThrownBy(() -> packs.makeFunder("mel", restsOn(last), PackWorld.NOBODY))
                    .isInstanceOf(NotSealedException.class);
        }
    }

    @Test
    void a_funders_pack_is_not_made_without_an_entry_that_the_log_has_no_more() {
        AuditPacks packs = PackWorld.readFrom(PackWorld.WORLD.log, SHORT);

        assertThatThrownBy(() -> packs.makeFunder("mel", restsOn(new UUID(0, 1)), PackWorld.NOBODY))
                .isInstanceOf(AlteredEntryException.class);
    }

    private static FunderAnswer restsOn(UUID entry) {
        return new FunderAnswer("{}", new TreeMap<>(Map.of("paris", Set.of(entry))));
    }

    /** A log whose last event is there for who knows of it, and for all others after they looked some times. */
    private static final class LateLog implements EventLog {
        private final EventLog whole;
        private final int comesAtLook;
        private int looks;

        private LateLog(EventLog whole, int comesAtLook) {
            this.whole = whole;
            this.comesAtLook = comesAtLook;
        }

        @Override
        public List<StoredEvent> after(long globalIndex, int limit) {
            looks++;
            long head = looks < comesAtLook ? head() : whole.head();
            return whole.after(globalIndex, limit).stream()
                    .filter(event -> event.globalIndex() <= head)
                    .toList();
        }

        @Override
        public List<StoredEvent> of(String territory, long firstPosition, int limit) {
            return whole.of(territory, firstPosition, limit);
        }

        @Override
        public Optional<StoredEvent> find(UUID entryId) {
            return whole.find(entryId);
        }

        @Override
        public long head() {
            return whole.head() - 1;
        }

        @Override
        public long lastPosition(String territory) {
            return whole.lastPosition(territory);
        }

        @Override
        public long before(Instant recordedAt) {
            return whole.before(recordedAt);
        }
    }
}
