package fr.jalon.standalone;

import static fr.jalon.standalone.SeveralServices.await;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.StandIn;
import fr.jalon.web.account.Actor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services that record and two that answer, each a process of its own, on either store: what one of them withholds
 * of a person every other does, with nobody told; and a marked name is in no message and on no disk.
 */
@Tag("long")
class ForgottenEverywhereTest {
    private static final String MARK = MarkedRegister.MARK;
    private static final String ENTRY = "e2000000-0000-4000-8000-000000000001";
    private static final String PASSWORD = "brume-tilleul-42-horizon";
    private static final String WHY = "{\"reason\": \"dossier 21\"}";
    private static final String THANKS = """
            {"entryId": "%s", "type": "contribution-acknowledged", "effective": "2023", "reason": "merci",
             "note": "dit Zoe Marquesnoy", "person": {"id": "p-partout", "name": "Zoe Marquesnoy"}}""".formatted(ENTRY);

    @Test
    void with_postgresql_alone(@TempDir Path directory) throws Exception {
        try (Stand stand = new Stand(directory, Path.of("target"))) {
            isForgottenEverywhere(stand, directory);
        }
    }

    @Test
    void with_axon_server_which_is_told_no_name_nor_text(@TempDir Path directory) throws Exception {
        try (StandInStand stand = new StandInStand(directory, Path.of("target"))) {
            StandIn server = stand.server();
            List.of(MARK, "dit Zoe", "dossier 22", "p-partout", "person-erased").forEach(server::lookFor);
            isForgottenEverywhere(stand, directory);

            assertThat(server.found(MARK)).isZero();
            assertThat(server.found("dit Zoe")).isZero();
            assertThat(server.found("dossier 22")).as("why somebody was erased").isZero();
            assertThat(server.found("p-partout"))
                    .as("a command, an event, one more that is copied")
                    .isGreaterThan(2);
            assertThat(server.found("person-erased")).isGreaterThan(2);
        }
    }

    private static void isForgottenEverywhere(Stand stand, Path directory) throws Exception {
        for (int i = 0; i < 2; i++) {
            stand.startCommandService();
            stand.startQueryService();
        }
        stand.accounts().create(Actor.of("seconde", "national"), PASSWORD);
        stand.accounts().create(Actor.of("auditrice", "auditor"), PASSWORD);
        stand.awaitHealthy();
        List<Asking> commands =
                stand.commandServices().stream().map(stand::asking).toList();
        List<Asking> queries = stand.queryServices().stream().map(stand::asking).toList();
        List<Asking> auditors = stand.queryServices().stream()
                .map(service -> new Asking(service.address(), "auditrice", PASSWORD))
                .toList();
        for (String territory : List.of("amiens", "france")) {
            done(201, commands.getFirst().post("/territories/" + territory + "/entries", """
                    {"type": "territory-opened", "effective": "2015", "name": "N", "kind": "city"}"""));
        }
        done(201, commands.getFirst().post("/territories/amiens/entries", THANKS));
        done(200, commands.getLast().post("/entries", enoughForASnapshot()));
        await(() -> stand.sql()
                        .sql("select count(*) from events.snapshot where territory = 'amiens'")
                        .query(Long.class)
                        .single()
                == 1);
        everywhere(auditors, "/territories/amiens/history?minPosition=252", true, "Zoe Marquesnoy\"", "dit Zoe");

        done(200, queries.getFirst().post("/persons/p-partout/limitation", WHY));
        everywhere(auditors, "/territories/amiens/history", false, "name\":\"Zoe Marquesnoy");
        everywhere(queries, "/territories/amiens/history", true, "name\":\"Zoe Marquesnoy");
        done(200, queries.getLast().post("/persons/p-partout/limitation/lifting", WHY));
        everywhere(auditors, "/territories/amiens/history", true, "name\":\"Zoe Marquesnoy");

        done(200, queries.getLast().post("/territories/amiens/entries/" + ENTRY + "/redaction", """
                {"pointer": "/note", "reason": "dossier 21"}"""));
        everywhere(auditors, "/territories/amiens/history", false, "dit Zoe");
        for (Asking each : commands) {
            await(() -> each.post("/territories/amiens/entries", THANKS).statusCode() == 200);
            done(409, each.post("/territories/amiens/entries", THANKS.replace("2023", "2022")));
        }

        String erased = "{\"reason\": \"dossier 22\"}";
        done(202, queries.getFirst().post("/persons/p-partout/erasure", erased));
        Service last = stand.queryServices().getLast();
        done(200, new Asking(last.address(), "seconde", PASSWORD).post("/persons/p-partout/erasure", erased));
        everywhere(queries, "/territories/amiens/history", false, MARK);
        for (Asking each : commands) {
            await(() -> each.post("/territories/amiens/entries", """
                            {"type": "contribution-acknowledged", "effective": "2023", "reason": "r",
                             "person": {"id": "p-partout", "name": "N"}}""").body().contains("\"person-erased\""));
        }
        everywhere(auditors, "/erasures", true, "\"entry\":{\"territory\":\"france\"");
        for (Asking each : auditors) {
            await(() -> each.history("france").size() == 2);
            assertThat(each.history("france").getLast().toString()).contains("person-erased", "dossier 22");
            assertThat(each.check().path("findings")).isEmpty();
        }
        assertThat(stand.sql()
                        .sql("select count(*) from events.event where type = 'person-erased'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(FoundText.filesWith(MARK, directory)).isEmpty();
        assertThat(FoundText.filesWith("p-partout", directory)).isNotEmpty();
    }

    private static String enoughForASnapshot() {
        return IntStream.range(0, 250).mapToObj(number -> """
                        {"territory": "amiens", "type": "contribution-acknowledged", "effective": "2023", \
                        "reason": "r%d", "person": {"id": "p-partout", "name": "Zoe Marquesnoy"}}
                        """.formatted(number)).collect(Collectors.joining());
    }

    private static void everywhere(List<Asking> all, String path, boolean isThere, String... texts) throws Exception {
        for (Asking each : all) {
            for (String text : texts) {
                Callable<Boolean> isSo = () -> each.get(path).toString().contains(text) == isThere;
                await(isSo);
            }
        }
    }

    private static void done(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
