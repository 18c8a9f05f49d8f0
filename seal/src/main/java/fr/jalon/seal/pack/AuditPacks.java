package fr.jalon.seal.pack;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.answers.contract.StatesAnswer;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntrySchema;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.Sha256;
import fr.jalon.log.SigningKey;
import fr.jalon.log.VerifierKey;
import fr.jalon.people.ReaderNames;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes audit packs (<i>dossier d'audit</i>), from the event store and the seal alone. A pack is made in a temporary
 * file first, so that nobody is ever sent half of one.
 */
public final class AuditPacks {
    private static final int PAGE = 500;

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
     * What a funder gives.
     *
     * @param json as it is answered
     * @param entries those it rests on, by territory
     */
    public record FunderAnswer(String json, SortedMap<String, Set<UUID>> entries) {}

    /** What a pack holds beside what every pack does. */
    private interface Contents {
        void write(ZipWriter zip) throws IOException;
    }

    /**
     * Makes a pack in a file that the caller deletes; nothing where nobody opened the territory.
     *
     * @param reader whose names of persons it discloses, and shows in its report; all else is the same for everybody
     * @throws NoSigningKeyException if this process cannot sign it
     * @throws PackTooLargeException if it is longer than a verifier reads
     * @throws fr.jalon.seal.log.NotSealedException if the last entry is not sealed yet
     * @throws fr.jalon.seal.log.AlteredEntryException if an entry is not what was sealed
     * @throws fr.jalon.store.entry.UnreadableEntryException if an entry cannot be read
     */
    public Optional<Path> make(Wish wish, ReaderNames reader) {
        long last = log.lastPosition(wish.territory());
        if (last == 0) {
            return Optional.empty();
        }
        SigningKey signing = key.orElseThrow(NoSigningKeyException::new);
        StoredEvent lastEvent = log.of(wish.territory(), last, 1).getFirst();
        Signed signed = proofs.sealedBeyond(lastEvent.globalIndex());
        TerritoryFiles files = new TerritoryFiles(log, sealed, signed, reader);
        return Optional.of(file(
                new Manifest.Signer(PackKind.TERRITORY, wish.territory(), signing),
                signed,
                zip -> files.write(zip, "", wish, last)));
    }

    /**
     * Makes the pack of all territories, which is that of the whole log as it was last signed.
     *
     * @param knownAt null for all of that log
     * @throws NoSigningKeyException as for one territory; so are the others
     */
    public Path makeNational(AsOf asOf, @Nullable KnownAt knownAt, ReaderNames reader) {
        SigningKey signing = key.orElseThrow(NoSigningKeyException::new);
        Signed signed = proofs.sealedBeyond(Math.max(1, log.head()));
        long size = signed.checkpoint().size();
        KnownAt known = knownAt == null
                ? new KnownAt(proofs.signedAfter(size - 1, 1).getFirst().recordedAt())
                : knownAt;
        TerritoryFiles files = new TerritoryFiles(log, sealed, signed, reader);
        return file(new Manifest.Signer(PackKind.NATIONAL, PackKind.ALL, signing), signed, zip -> {
            List<StateAnswer> states = new ArrayList<>();
            for (Map.Entry<String, Long> last : lastPositions(size).entrySet()) {
                String territory = last.getKey();
                Wish wish = new Wish(territory, asOf, known);
                states.add(files.write(zip, PackKind.NATIONAL.directory(territory), wish, last.getValue()));
            }
            zip.add(
                    Manifest.STATES,
                    Content.of(ReaderNames.withoutNames(Json.text(states(asOf, known, states))) + "\n"));
        });
    }

    /**
     * Makes the pack of what a funder gives.
     *
     * @param answer what it gives; what it rests on is recorded already
     * @throws NoSigningKeyException as for one territory; so are the others
     */
    public Path makeFunder(String organisation, FunderAnswer answer, ReaderNames reader) {
        SigningKey signing = key.orElseThrow(NoSigningKeyException::new);
        Signed signed = proofs.sealedWith(answer.entries().values().stream().flatMap(Set::stream));
        TerritoryFiles files = new TerritoryFiles(log, sealed, signed, reader);
        return file(new Manifest.Signer(PackKind.FUNDER, organisation, signing), signed, zip -> {
            zip.add(Manifest.FUNDER, Content.of(ReaderNames.withoutNames(answer.json()) + "\n"));
            for (Map.Entry<String, Set<UUID>> entries : answer.entries().entrySet()) {
                String territory = entries.getKey();
                files.write(zip, PackKind.FUNDER.directory(territory), territory, entries.getValue());
            }
        });
    }

    /** Of those that were open then. */
    static StatesAnswer states(AsOf asOf, KnownAt knownAt, List<StateAnswer> states) {
        return new StatesAnswer(
                asOf.day(),
                knownAt.toString(),
                states.stream().filter(state -> state.position() > 0).toList());
    }

    /** Each territory's last position in the log's beginning of this size. */
    private Map<String, Long> lastPositions(long size) {
        Map<String, Long> positions = new TreeMap<>();
        long read = 0;
        while (read < size) {
            for (StoredEvent event : proofs.signedAfter(read, (int) Math.min(PAGE, size - read))) {
                positions.put(event.territory(), event.position());
                read = event.globalIndex();
            }
        }
        return positions;
    }

    private Path file(Manifest.Signer signer, Signed signed, Contents contents) {
        try {
            Path file = Files.createTempFile("jalon-pack", ".zip");
            try (ZipWriter zip = new ZipWriter(file)) {
                zip.add(Manifest.README, resource(Manifest.README));
                zip.add(Manifest.LISEZMOI, resource(Manifest.LISEZMOI));
                contents.write(zip);
                end(zip, signed, signer);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end(ZipWriter zip, Signed signed, Manifest.Signer signer) throws IOException {
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
        zip.add(Manifest.MANIFEST, Content.of(manifest));
        zip.add(Manifest.NOTE, Content.of(signer.note(Sha256.hex(manifest))));
        zip.end();
    }

    private static Content resource(String name) {
        return out -> {
            try (InputStream in = AuditPacks.class.getResourceAsStream(name)) {
                Objects.requireNonNull(in, name).transferTo(out);
            }
        };
    }
}
