package fr.jalon.seal.pack;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Sha256;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.seal.replay.RegisterEvents;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes audit packs (<i>dossier d'audit</i>), from the event store and the seal alone. A pack is made in a temporary
 * file first, so that nobody is ever sent half of one.
 */
public final class AuditPacks {
    private final EventLog log;
    private final SealedLog sealed;
    private final Proofs proofs;
    private final Optional<SigningKey> key;

    public AuditPacks(EventLog log, SealedLog sealed, Proofs proofs, Optional<SigningKey> key) {
        this.log = log;
        this.sealed = sealed;
        this.proofs = proofs;
        this.key = key;
    }

    /**
     * What is asked for: all that was recorded, and the state on a day as known at a place of the register.
     */
    public record Wish(String territory, AsOf asOf, RegisterPlace knownAt) {}

    /**
     * Makes a pack in a file that the caller deletes; nothing where nobody opened the territory.
     *
     * @throws NoSigningKeyException if this process cannot sign it
     * @throws PackTooLargeException if it is longer than a verifier reads
     * @throws fr.jalon.seal.log.NotSealedException if the last entry is not sealed yet
     * @throws fr.jalon.seal.log.AlteredEntryException if an entry is not what was sealed
     * @throws fr.jalon.store.entry.UnreadableEntryException if an entry cannot be read
     */
    public Optional<Path> make(Wish wish) {
        long last = log.lastPosition(wish.territory());
        if (last == 0) {
            return Optional.empty();
        }
        SigningKey signing = key.orElseThrow(NoSigningKeyException::new);
        StoredEvent lastEvent = log.of(wish.territory(), last, 1).getFirst();
        Signed signed = proofs.sealedBeyond(lastEvent.globalIndex());
        try {
            Path file = Files.createTempFile("jalon-pack", ".zip");
            try (ZipWriter zip = new ZipWriter(file)) {
                write(zip, wish, last, signed, signing);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ZipWriter zip, Wish wish, long last, Signed signed, SigningKey signing) throws IOException {
        Register all = Register.empty();
        Register known = all;
        for (Iterator<StoredEvent> events = events(wish, last); events.hasNext(); ) {
            Recorded recorded = ReadEvent.of(events.next()).orThrow().recorded();
            all = all.with(recorded);
            if (wish.knownAt().includes(recorded.position(), recorded.recordedAt())) {
                known = all;
            }
        }
        String knownAt = knownAt(wish, known);
        RegisterState state = RegisterState.of(wish.territory(), known, wish.asOf());
        LogFiles leaves = new LogFiles(sealed, signed.checkpoint());
        Told told = new Told(wish.territory(), all, known, state, knownAt, signed.note());

        zip.add(Manifest.README, resource(Manifest.README));
        zip.add(Manifest.LISEZMOI, resource(Manifest.LISEZMOI));
        zip.add(Manifest.REPORT, out -> Report.write(told, () -> events(wish, last), out));
        zip.add(Manifest.STATE, Content.of(Json.text(StateAnswer.of(state, knownAt)) + "\n"));
        zip.add(Manifest.HISTORY, told.history(() -> events(wish, last)));
        zip.add(Manifest.LEAVES, leaves.leaves(() -> events(wish, last)));
        zip.add(Manifest.PROOFS, leaves.proofs(() -> events(wish, last)));
        zip.add(Manifest.CHECKPOINT, Content.of(signed.note()));
        zip.add(
                Manifest.KEY,
                Content.of(proofs.keys().stream().map(VerifierKey::text).collect(Collectors.joining("\n", "", "\n"))));
        for (EntryType type : EntryType.all().stream()
                .sorted(Comparator.comparing(EntryType::name))
                .toList()) {
            zip.add("schemas/" + type.name() + ".json", Content.of(EntrySchema.of(type) + "\n"));
        }
        zip.add(Manifest.VERIFIER, resource(Manifest.VERIFIER));
        String manifest = new Manifest(zip.items()).text();
        String origin = signing.verifier().name();
        zip.add(Manifest.MANIFEST, Content.of(manifest));
        zip.add(
                Manifest.NOTE,
                Content.of(signing.sign(new Manifest.Signed(origin, wish.territory(), Sha256.hex(manifest)).text())
                        .note()));
        zip.end();
    }

    private Iterator<StoredEvent> events(Wish wish, long last) {
        return new RegisterEvents(log, wish.territory(), last);
    }

    /** The instant asked for; else that of the last entry known, as any answer writes it. */
    private static @Nullable String knownAt(Wish wish, Register known) {
        Instant instant = wish.knownAt() instanceof KnownAt(Instant asked) ? asked : known.recordedAt();
        return instant == null ? null : instant.toString();
    }

    private static Content resource(String name) {
        return out -> {
            try (InputStream in = AuditPacks.class.getResourceAsStream(name)) {
                Objects.requireNonNull(in, name).transferTo(out);
            }
        };
    }
}
