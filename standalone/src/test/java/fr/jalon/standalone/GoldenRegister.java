package fr.jalon.standalone;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.NewEvent;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.DemoAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A register of which every byte is known: what was recorded when, what day it is, and the key that signs it. */
@Configuration(proxyBeanMethods = false)
class GoldenRegister {
    /** A winter's day; answers that say today or tell what is settled rest on it. */
    private static final Instant NOW = Instant.parse("2026-01-15T11:00:00Z");

    /** What answers once everything recorded is sealed and can be read. */
    private static final List<String> WHOLE = List.of(
            "/log/entries/10000000-0000-4000-8000-000000000054/proof",
            "/territories/lille?minPosition=54",
            "/territories/rouen?minPosition=5");

    /** 0 to 31: what it seals lists of erasures with is the same each time. */
    private static final String PEOPLE_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final Duration START = Duration.ofMinutes(1);

    /** Serves it from an empty directory, on a machine that is far from Paris. */
    static ServerProcess serve(Path data) throws IOException {
        Path keys = Files.createDirectories(data.resolve("keys"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        Path key = Files.write(keys.resolve("log.key"), GoldenFiles.read("log.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return ServerProcess.start(
                "serve",
                data,
                "-Dspring.main.sources=" + GoldenRegister.class.getName(),
                "-Dspring.main.allow-bean-definition-overriding=true",
                "-Djalon.query.min-position-wait=500ms",
                "-Djalon.people.key=" + PEOPLE_KEY,
                "-Duser.timezone=" + System.getProperty("jalon.golden.zone", "Pacific/Kiritimati"));
    }

    static void awaitWhole(Asking asking) throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        for (String whole : WHOLE) {
            while (asking.status(whole) != 200) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError(whole + " is not there");
                }
                Thread.sleep(20);
            }
        }
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    Accounts accounts() {
        return DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
    }

    /** As what another log recorded, for the writer's own role may not give times. */
    @Bean
    ApplicationRunner entries(EmbeddedPostgres postgres) {
        return arguments -> {
            try (AppendConnection copying = AppendConnection.copying(postgres.dataSource(DatabaseRole.MIRROR))) {
                copying.append(events());
            }
        };
    }

    /** As what was looked at before any of this; the owner may give times. */
    @Bean
    ApplicationRunner accesses(EmbeddedPostgres postgres) {
        return arguments -> JdbcClient.create(postgres.dataSource(DatabaseRole.OWNER))
                .sql("""
                        insert into access.record
                            (at, kind, account, role, operation, about, code, address, request, left_out)
                        values
                            ('2025-03-01T08:00:00Z', 'signed-in', 'auditor', 'auditor', null, null, null, '192.0.2.7',
                             'first', 0),
                            ('2025-03-01T08:01:00Z', 'carried-away', 'auditor', 'auditor', 'replay', 'lille', null,
                             '192.0.2.7', 'second', 0),
                            ('2025-03-02T08:00:00Z', 'refused', 'lyon-1', 'coordinator/lyon',
                             'POST /api/v1/territories/{territory}/entries', null, 'forbidden', '192.0.2.8', 'third', 4)
                        """)
                .update();
    }

    private static List<NewEvent> events() throws IOException {
        EntryCodec codec = EntryCodec.CURRENT;
        Map<String, Long> positions = new HashMap<>();
        List<NewEvent> events = new ArrayList<>();
        for (String line : GoldenFiles.lines("register.ndjson")) {
            JsonNode recorded = JsonMapper.shared().readTree(line);
            Instant at = Instant.parse(recorded.path("recordedAt").asString());
            Entry entry = EntryJson.read(recorded.path("entry").toString());
            events.add(new NewEvent(
                    entry.entryId(),
                    entry.territory(),
                    positions.merge(entry.territory(), 1L, Long::sum),
                    ChronoUnit.MICROS.between(Instant.EPOCH, at),
                    codec.typeOf(entry),
                    codec.revisionOf(entry),
                    codec.encode(entry),
                    recorded.path("metadata").toString()));
        }
        return events;
    }
}
