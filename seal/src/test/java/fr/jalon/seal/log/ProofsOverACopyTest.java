package fr.jalon.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.mirror.LogMirror;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.log.SigningKey;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.Proofs.Inclusion;
import fr.jalon.seal.notary.Notary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proofs where the log is elsewhere: it is sealed there, and proven from the copy. */
class ProofsOverACopyTest {
    private final World elsewhere = new World();
    private final World here = new World();
    private final SealedLog sealed = new SealedLog(here.query);

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void a_proof_that_is_asked_for_before_the_copy_has_the_entry_comes_when_it_has() throws Exception {
        elsewhere.record(new RandomEntries(1, "lille").next(5));
        UUID last = elsewhere.log.of("lille", 5, 1).getFirst().entryId();
        Proofs proofs =
                new Proofs(new AwaitedCopy(elsewhere.log, here.log, Duration.ofMinutes(1)), sealed, Optional.empty());
        try (Notary notary = new Notary(
                        here.query, elsewhere.log, SigningKey.make("jalon/test"), KeptCheckpoints.nowhere());
                LogMirror mirror = new LogMirror(elsewhere.log, here.pool(DatabaseRole.MIRROR));
                var threads = Executors.newSingleThreadExecutor()) {
            notary.start();
            Future<Optional<Inclusion>> asked = threads.submit(() -> proofs.inclusion(last));
            mirror.start();

            Inclusion proof = asked.get(2, TimeUnit.MINUTES).orElseThrow();
            Checkpoint checkpoint = proof.checkpoint().checkpoint();
            assertThat(Merkle.includes(
                            Hash.ofLeaf(proof.leaf().getBytes(StandardCharsets.UTF_8)),
                            proof.index(),
                            checkpoint.size(),
                            proof.path(),
                            checkpoint.root()))
                    .isTrue();
        }
    }
}
