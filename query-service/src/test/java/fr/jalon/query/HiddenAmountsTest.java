package fr.jalon.query;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.Sight;
import fr.jalon.query.asked.ReaderSight;
import fr.jalon.query.export.Carried;
import fr.jalon.query.export.Exported;
import fr.jalon.readmodel.question.History;
import fr.jalon.web.account.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** No byte of any answer tells an amount that is not for its reader. */
class HiddenAmountsTest {
    private static final ReadModels MODELS = new ReadModels();
    private static final QueryServer SERVER =
            new QueryServer(MODELS.database(), "--jalon.changes.longest=300ms", "--jalon.changes.heartbeat=100ms");

    /** An amount of each of these, however its digits are grouped: {@code 987654.32}, {@code 987 654,32}. */
    private static final String OF_MEL_IN_LILLE = amount("[1234]29", "437", "81");

    private static final String OF_MEL_IN_PARIS = amount("529", "437", "81");
    private static final String OF_OTHERS_IN_LILLE = amount("987", "65[4-9]", "32");
    private static final String OF_OTHERS_IN_PARIS = amount("887", "654", "32");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final int ENTRIES_OF_LILLE = 11;

    /** What each operation is asked beside its bare address; one that needs a parameter has it here. */
    private static final Map<String, List<String>> QUESTIONS = Map.ofEntries(
            entry("state", List.of("?asOf=2023-06-01", "?asOf=2025-06-01&knownAt=4")),
            entry("states", List.of("?asOf=2023-06-01")),
            entry("difference", List.of("?from=2020-01-01&to=2023-06-01", "?asOf=2023-06-01&knownFrom=1")),
            entry("why", List.of("?subject=funding:of-mel", "?subject=funding:of-dgefp", "?subject=funding:of-either")),
            entry("agenda", List.of("?from=2020-01-01&to=2035-01-01&asOf=2023-06-01")),
            entry("timeline", List.of("", "?knownAt=5", "?subject=funding")),
            entry(
                    "picture",
                    List.of("?subject=funding:of-mel", "?subject=funding:of-dgefp", "?subject=funding:of-either")),
            entry("historyOfAll", List.of("?text=987654", "?text=convergence")),
            entry("funders", List.of("?asOf=2023-06-01")),
            entry("funder", List.of("?asOf=2023-06-01")),
            entry("changes", List.of("?after=0")),
            entry("thingsOfAll", List.of("?text=987")),
            entry("templates", List.of("?territory=lille")),
            entry("template", List.of("?territory=lille&format=ods")));

    @BeforeAll
    static void record() {
        opened("lille", 1);
        granted("lille", 2, "of-mel", "2022/2024", "\"funder\": {\"id\": \"mel\", \"name\": \"MEL\"},", "129437.81");
        MODELS.record("lille", 3, """
                "type": "funding-renewed", "effective": "2025/2027", "funding": "of-mel", %s
                """.formatted(sum("229437.81")));
        MODELS.record("lille", 4, """
                "type": "funding-amount-changed", "effective": "2029", "status": "planned", "funding": "of-mel",
                "direction": "increased", %s""".formatted(sum("329437.81")));
        granted("lille", 5, "of-dgefp", "2022/..", "\"funder\": \"dgefp\",", "987654.32");
        MODELS.record("lille", 6, """
                "type": "funding-amount-changed", "effective": "2024", "funding": "of-dgefp",
                "direction": "decreased", %s""".formatted(sum("987655.32")));
        MODELS.record("lille", 7, """
                "type": "entry-corrected", "target": "%1$s", "kind": "wrong", "reason": "misread", "entry": {
                "entryId": "%1$s", "territory": "lille", "type": "funding-amount-changed", "effective": "2024-41",
                "funding": "of-dgefp", "direction": "decreased", %2$s}
                """.formatted(ReadModels.id("lille", 6), sum("987656.32")));
        granted("lille", 8, "announced", "2030", "\"status\": \"planned\", \"funder\": \"dgefp\",", "987657.32");
        MODELS.record("lille", 9, """
                "type": "funding-gap-reported", "effective": "2022", "gap": "gap", %s""".formatted(sum("987658.32")));
        granted("lille", 10, "of-either", "2023", "\"funder\": \"dgefp\",", "987659.32");
        granted("lille", ENTRIES_OF_LILLE, "of-either", "2023", "\"funder\": \"mel\",", "429437.81");
        opened("paris", 1);
        granted("paris", 2, "of-dgefp", "2022/..", "\"funder\": \"dgefp\",", "887654.32");
        granted("paris", 3, "of-mel", "2022/..", "\"funder\": \"mel\",", "529437.81");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "national,          true,  true,  true,  true",
        "coordinator-lille, true,  false, true,  false",
        "coordinator-lyon,  false, false, false, false",
        "funder-mel,        true,  true,  false, false",
        "analyst,           false, false, false, false"
    })
    void each_reader_sees_the_amounts_that_are_for_them_and_no_other_in_any_answer(
            String account,
            boolean ofMelInLille,
            boolean ofMelInParis,
            boolean ofOthersInLille,
            boolean ofOthersInParis)
            throws Exception {
        StringBuilder seen = new StringBuilder();
        for (String address : addresses()) {
            String answer = answer(account, address);
            List<String> hidden = Stream.of(
                            ofMelInLille ? "" : OF_MEL_IN_LILLE,
                            ofMelInParis ? "" : OF_MEL_IN_PARIS,
                            ofOthersInLille ? "" : OF_OTHERS_IN_LILLE,
                            ofOthersInParis ? "" : OF_OTHERS_IN_PARIS)
                    .filter(pattern -> !pattern.isEmpty())
                    .toList();
            for (String pattern : hidden) {
                assertThat(Pattern.compile(pattern).matcher(answer).find())
                        .as("%s tells %s %s: %s", address, account, pattern, answer)
                        .isFalse();
            }
            seen.append(answer);
        }
        assertThat(Pattern.compile(OF_MEL_IN_LILLE).matcher(seen).find()).isEqualTo(ofMelInLille);
        assertThat(Pattern.compile(OF_OTHERS_IN_PARIS).matcher(seen).find()).isEqualTo(ofOthersInParis);
    }

    @Test
    void a_hidden_amount_is_told_from_one_that_nobody_knows() {
        JsonNode funding = facts("funder-mel", "funding").get(0);

        assertThat(funding.path("key").asString()).isEqualTo("of-dgefp");
        assertThat(funding.path("value").path("amountHidden").asBoolean()).isTrue();
        assertThat(funding.path("value").has("amount")).isFalse();
        assertThat(SERVER.send(SERVER.as("funder-mel", "/api/v1/territories/lille/export/funding.csv?asOf=2023-06-01"))
                        .response()
                        .body())
                .contains(";hidden;");
    }

    @Test
    void a_funder_sees_what_it_gives_where_the_entry_does_not_say_who_gives_it() {
        String history = SERVER.send(SERVER.as("funder-mel", "/api/v1/territories/lille/history"))
                .response()
                .body();

        assertThat(history).contains("\"129437.81\"", "\"229437.81\"", "\"329437.81\"");
    }

    @Test
    void what_a_funders_fundings_come_to_is_for_the_funder_and_for_coordinators() {
        assertThat(totals("funder-mel", "mel").isMissingNode()).isFalse();
        assertThat(totals("funder-mel", "dgefp").isMissingNode()).isTrue();
        assertThat(totals("coordinator-lyon", "dgefp").path("amounts")).isNotEmpty();
        assertThat(totals("analyst", "dgefp").isMissingNode()).isTrue();
    }

    @Test
    void nobody_finds_an_entry_by_an_amount_that_is_not_for_them() {
        assertThat(found("national", "987654")).isEqualTo(1);
        assertThat(found("funder-mel", "987654")).isZero();
        assertThat(found("funder-mel", "of-dgefp")).isPositive();
        assertThat(found("funder-mel", "amount")).isZero();
    }

    @Test
    void what_leaves_as_it_was_sealed_is_for_whoever_may_see_all_that_it_tells() {
        History history = SERVER.part(History.class);
        Sight ofMel = ReaderSight.of(Actor.of("a", "funder/mel"));

        assertThat(history.areSeen(entries(1, 2, 3, 4), ofMel)).isTrue();
        assertThat(history.areSeen(entries(2, 5), ofMel)).isFalse();
        assertThat(history.areSeen(entries(7), ofMel)).isFalse();
        assertThat(history.areSeen(List.of(UUID.randomUUID()), ofMel)).isFalse();
        assertThat(history.areSeen(entries(5, 7), Sight.OF_ALL)).isTrue();
    }

    @Test
    void readers_who_see_other_amounts_keep_other_answers() {
        String address = "/api/v1/territories/lille?asOf=2023-06-01";
        String tag = SERVER.send(SERVER.as("national", address)).header("ETag");

        assertThat(SERVER.send(SERVER.as("auditor", address).header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        assertThat(SERVER.send(SERVER.as("funder-mel", address).header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    private static List<UUID> entries(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> UUID.fromString(ReadModels.id("lille", number)))
                .toList();
    }

    private static JsonNode facts(String account, String subject) {
        return SERVER.send(SERVER.as(account, "/api/v1/territories/lille?asOf=2023-06-01"))
                .json()
                .path("facts")
                .path(subject);
    }

    private static JsonNode totals(String account, String organisation) {
        JsonNode ofAll = SERVER.send(SERVER.as(account, "/api/v1/funders?asOf=2023-06-01"))
                .json();
        JsonNode alone = SERVER.send(SERVER.as(account, "/api/v1/funders/" + organisation + "?asOf=2023-06-01"))
                .json()
                .path("totals");
        assertThat(ofAll.path("funders").valueStream())
                .filteredOn(funder -> funder.at("/organisation/id").asString("").equals(organisation))
                .extracting(funder -> funder.path("totals"))
                .containsExactly(alone);
        return alone;
    }

    private static int found(String account, String text) {
        return SERVER.send(SERVER.as(account, "/api/v1/history?text=" + text))
                .json()
                .path("entries")
                .size();
    }

    /** Of every operation that reads, for everything that there is to ask it about. */
    private static List<String> addresses() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                SERVER.get("/openapi.json").json().path("paths").properties()) {
            JsonNode get = path.getValue().path("get");
            if (get.isObject()) {
                String operation = get.path("operationId").asString("");
                for (String address : filled(path.getKey())) {
                    addresses.add(address);
                    QUESTIONS.getOrDefault(operation, List.of()).forEach(question -> addresses.add(address + question));
                }
            }
        }
        assertThat(addresses).hasSizeGreaterThan(50).noneMatch(address -> address.contains("{"));
        return addresses;
    }

    private static List<String> filled(String path) {
        List<String> entries = IntStream.rangeClosed(1, ENTRIES_OF_LILLE)
                .mapToObj(number -> ReadModels.id("lille", number))
                .toList();
        return Stream.of(path)
                .flatMap(each -> each(
                        each, "{territory}", each.contains("entryId") ? List.of("lille") : List.of("lille", "paris")))
                .flatMap(each -> each(each, "{entryId}", entries))
                .flatMap(each -> each(each, "{organisation}", List.of("mel", "dgefp")))
                .flatMap(each -> each(each, "{file}", Exported.files()))
                .flatMap(each -> each(each, "{person}", List.of("p-essai")))
                .flatMap(each -> each(each, "{type}", List.of("funding-granted")))
                .toList();
    }

    private static Stream<String> each(String path, String variable, List<String> values) {
        return path.contains(variable) ? values.stream().map(value -> path.replace(variable, value)) : Stream.of(path);
    }

    /** All that comes, unpacked, and the headers. */
    private static String answer(String account, String address) throws IOException {
        Carried carried = Carried.of(SERVER.as(account, address).header("Accept-Language", "fr"));
        assertThat(carried.status()).as(address).isNotEqualTo(500);
        return carried.response().headers().map() + "\n" + text(carried.bytes());
    }

    private static String text(byte[] bytes) throws IOException {
        String asItCame = new String(bytes, StandardCharsets.UTF_8);
        if (!asItCame.startsWith("PK")) {
            return asItCame;
        }
        StringBuilder text = new StringBuilder();
        Path file = Files.write(folder.resolve("packed.zip"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static void opened(String territory, int number) {
        MODELS.record(territory, number, """
                "type": "territory-opened", "effective": "2019", "name": "%s", "kind": "city"
                """.formatted(territory));
    }

    private static void granted(
            String territory, int number, String funding, String effective, String more, String amount) {
        MODELS.record(territory, number, """
                "type": "funding-granted", "effective": "%s", "funding": "%s", "programme": "convergence", %s %s
                """.formatted(effective, funding, more, sum(amount)));
    }

    private static String sum(String value) {
        return "\"amount\": {\"value\": \"%s\", \"currency\": \"EUR\"}".formatted(value);
    }

    private static String amount(String... digits) {
        return String.join("[^0-9]{0,3}", digits);
    }
}
