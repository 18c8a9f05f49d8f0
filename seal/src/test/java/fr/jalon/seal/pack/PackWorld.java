package fr.jalon.seal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.log.SigningKey;
import fr.jalon.people.MasterKey;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.TextKeys;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.Proofs;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.Notary;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sealed log with registers in it to make packs of, once for all tests of packs. */
final class PackWorld {
    static final SigningKey KEY = SigningKey.make("jalon/test");
    static final World WORLD = new World();
    static final ReaderNames NOBODY = new ReaderNames(
            new NameSeal(
                    new PersonKeys(WORLD.query, MasterKey.random()), new TextKeys(WORLD.query, MasterKey.random())),
            territory -> false);
    private static final SealedLog SEALED = new SealedLog(WORLD.query);
    private static final AuditPacks PACKS = packs();

    private PackWorld() {}

    static byte[] pack(String territory, RegisterPlace knownAt) throws IOException {
        return read(PACKS.make(new AuditPacks.Wish(territory, new AsOf(LocalDate.of(2022, 6, 1)), knownAt), NOBODY)
                .orElseThrow());
    }

    static byte[] national() throws IOException {
        return read(PACKS.makeNational(new AsOf(LocalDate.of(2022, 6, 1)), null, NOBODY));
    }

    /** What this answer rests on, of entries of Paris by their positions. */
    static byte[] funder(String organisation, List<Integer> positions) throws IOException {
        List<UUID> entries = positions.stream()
                .map(position -> WORLD.log.of("paris", position, 1).getFirst().entryId())
                .toList();
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putObject("organisation").put("id", organisation);
        ObjectNode funding = answer.putArray("fundings").addObject().put("territory", "paris");
        ArrayNode ids = funding.putArray("entries");
        entries.forEach(id -> ids.add(id.toString()));
        return read(PACKS.makeFunder(
                organisation,
                new AuditPacks.FunderAnswer(Json.text(answer), new TreeMap<>(Map.of("paris", Set.copyOf(entries)))),
                NOBODY));
    }

    static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    static Optional<Path> make(String territory) {
        return PACKS.make(
                new AuditPacks.Wish(territory, new AsOf(LocalDate.of(2022, 6, 1)), new RegisterPlace.End()), NOBODY);
    }

    private static AuditPacks packs() {
        Notary notary = new Notary(WORLD.query, new PostgresEventLog(WORLD.query), KEY, KeptCheckpoints.nowhere());
        notary.start();
        RandomEntries lille = new RandomEntries(11, "lille");
        RandomEntries paris = new RandomEntries(12, "paris");
        for (int i = 0; i < 8; i++) {
            WORLD.record(lille.next(3));
            WORLD.record(paris.next(5));
        }
        WORLD.record(EntryJson.read(
                """
                {"territory": "lille", "type": "coordination-carrier-changed", "effective": "2022",
                 "carrier": {"id": "intrus", "name": "<script>alert('x')</script> & \\"fin\\""}}
                """.replace("\"territory\"", "\"entryId\": \"0198c5a0-0000-7000-8000-0000000000aa\", \"territory\"")));
        Proofs proofs = new Proofs(WORLD.log, SEALED, Optional.empty());
        return new AuditPacks(WORLD.log, SEALED, proofs, Optional.of(KEY));
    }

    /** Packs of the sealed log, read from another that is behind it. */
    static AuditPacks readFrom(EventLog log, Duration patience) {
        assertThat(new Proofs(WORLD.log, SEALED, Optional.empty()).sealedBeyond(WORLD.log.head()))
                .isNotNull();
        return new AuditPacks(log, SEALED, new Proofs(log, SEALED, Optional.empty(), patience), Optional.of(KEY));
    }
}
