package fr.jalon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.readmodel.processor.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered once can be asked for again for ever, and proven by its digest. */
class ReceiptsTest {
    private static final Pattern BOOKMARK = Pattern.compile("<([^>]*)>; rel=\"bookmark\"");
    private static final int HALF = 30;
    private static final World WORLD = new World();
    private static final ProjectionProcessor PROJECTION = WORLD.projecting();
    private static final QueryServer SERVER = new QueryServer(WORLD.database);

    @AfterAll
    static void stop() {
        SERVER.close();
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_permanent_link_of_every_answer_gives_its_bytes_whatever_is_recorded_or_rebuilt_since(long seed) {
        List<String> territories = List.of("one-" + seed, "two-" + seed);
        territories.forEach(territory -> record(half(seed, territory, true)));
        record(List.of(granted(territories.getFirst(), 0), granted(territories.getLast(), 1)));
        SERVER.setClock(Instant.now().plusSeconds(600));

        Map<String, Answer> told = new LinkedHashMap<>();
        for (String question : questions(seed, territories)) {
            Answer answer = get("/api/v1" + question);
            assertThat(answer.status()).as("seed %d: %s", seed, answer).isEqualTo(200);
            assertThat(answer.header("Repr-Digest"))
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(digest(answer));
            assertThat(get(bookmark(answer)).response().body())
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(answer.response().body());
            told.put(question, answer);
        }

        territories.forEach(territory -> record(half(seed, territory, false)));
        SERVER.setClock(Instant.now().plusSeconds(10L * 365 * 86400));
        assertSameAsTold(seed, told);
        WORLD.rebuild(PROJECTION);
        assertSameAsTold(seed, told);
        assertThat(told.entrySet().stream()
                        .filter(each -> !get("/api/v1" + each.getKey())
                                .response()
                                .body()
                                .equals(each.getValue().response().body())))
                .as("seed %d: questions whose answer has moved since", seed)
                .hasSizeGreaterThan(6);
    }

    @Test
    void an_answer_over_all_territories_is_citable_only_once_its_last_instant_is_settled() {
        record(half(9, "nine", true));
        SERVER.setClock(Instant.now().plusSeconds(60));
        assertThat(SERVER.get("/territories").response().headers().allValues("Link"))
                .isEmpty();
        assertThat(SERVER.get("/territories").header("Repr-Digest")).startsWith("sha-256=:");

        SERVER.setClock(Instant.now().plusSeconds(180));
        assertThat(bookmark(SERVER.get("/territories"))).contains("knownAt=");
    }

    private static void assertSameAsTold(long seed, Map<String, Answer> told) {
        told.forEach((question, answer) -> {
            Answer again = get(bookmark(answer));
            assertThat(again.response().body())
                    .as("seed %d: %s by %s", seed, question, bookmark(answer))
                    .isEqualTo(answer.response().body());
            assertThat(again.header("Repr-Digest")).isEqualTo(answer.header("Repr-Digest"));
            assertThat(again.header("Cache-Control")).as(bookmark(answer)).contains("immutable");
        });
    }

    private static List<String> questions(long seed, List<String> territories) {
        List<String> questions = new ArrayList<>(List.of("/territories", "/territories?asOf=2021-06-01"));
        questions.add("/funders/porteur-0");
        questions.add("/funders/porteur-1?asOf=2022-01-01");
        for (String territory : territories) {
            String one = "/territories/" + territory;
            questions.add(one);
            questions.add(one + "?asOf=2021-06-01");
            questions.add(one + "?asOf=2021-06-01&knownAt=7");
            questions.add(one + "?asOf=2021-06-01&knownAt=999");
            questions.add(one + "?asOf=2021-06-01&knownAt=2000-01-01");
            questions.add(one + "?asOf=2021-06-01&knownAt=2999-01-01");
            questions.add(one + "/history");
            questions.add(one + "/history?limit=7&type=coordination-carrier-changed");
            questions.add(one + "/entries/" + half(seed, territory, true).get(4).entryId());
            questions.add(one + "/agenda");
            questions.add(one + "/agenda?from=2020-06-01&to=2022-06-01");
            questions.add(one + "/difference?from=2020-06-01");
            questions.add(one + "/difference?from=2020-06-01&to=2022-06-01");
            questions.add(one + "/difference?knownFrom=5");
            questions.add(one + "/difference?asOf=2021-01-01&knownFrom=5&knownTo=20");
        }
        return questions;
    }

    private static String bookmark(Answer answer) {
        return answer.response().headers().allValues("Link").stream()
                .map(BOOKMARK::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No permanent link: " + answer));
    }

    private static String digest(Answer answer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(answer.response().body().getBytes(StandardCharsets.UTF_8));
            return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer get(String address) {
        return SERVER.send(SERVER.as("auditor", address));
    }

    private static Entry granted(String territory, int funder) {
        return EntryJson.read("""
                {"entryId": "%s", "territory": "%s", "type": "funding-granted", "effective": "2021", "funding": "f",
                 "funder": {"id": "porteur-%d", "name": "Porteur %d"}}""".formatted(UUID.randomUUID(), territory, funder, funder));
    }

    private static List<Entry> half(long seed, String territory, boolean first) {
        List<Recorded> all = RandomRegisters.of(seed, territory, 2 * HALF);
        return (first ? all.subList(0, HALF) : all.subList(HALF, 2 * HALF))
                .stream().map(Recorded::entry).toList();
    }

    private static void record(List<Entry> entries) {
        WORLD.record(entries);
        WORLD.awaitCaughtUp(PROJECTION);
    }
}
