package fr.jalon.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Examples;
import fr.jalon.events.json.FreeTexts;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Language;
import fr.jalon.people.Redactions.Outcome;
import fr.jalon.people.Redactions.Wanted;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.Migrations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TextsTest {
    private static final String TEXT = "Zéphyrine \"Ombelle\" Quesnoy est malade\nencore";
    private static final String OTHER = "Une absence";
    private static final UUID ID = UUID.fromString("0198c5a0-0000-7000-8000-000000000001");
    private static final UUID CORRECTION = UUID.fromString("0198c5a0-0000-7000-8000-000000000003");

    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final JdbcClient command = JdbcClient.create(database.dataSource(DatabaseRole.COMMAND));
    private final JdbcClient query = JdbcClient.create(database.dataSource(DatabaseRole.QUERY));
    private final MasterKey master = MasterKey.random();
    private final Map<UUID, String> found = new HashMap<>();

    private NameSeal seal() {
        return new NameSeal(
                new PersonKeys(database.dataSource(DatabaseRole.COMMAND), master),
                new TextKeys(database.dataSource(DatabaseRole.COMMAND), master));
    }

    private ReaderNames reader() {
        return new ReaderNames(seal(), territory -> false);
    }

    private static Map<String, Object> told(UUID id, String note) {
        return Map.of(
                "entryId", id.toString(),
                "territory", "lille",
                "type", "watchpoint-raised",
                "effective", "2022",
                "watchpoint", "w",
                "kind", "need",
                "description", "Un besoin",
                "note", note);
    }

    private static Entry raised(String note) {
        return EntryJson.read(Json.text(told(ID, note)));
    }

    private static Entry corrected(String note) {
        return EntryJson.read(Json.text(Map.of(
                "entryId", CORRECTION.toString(),
                "territory", "lille",
                "type", "entry-corrected",
                "target", ID.toString(),
                "kind", "wrong",
                "reason", "le mot",
                "entry", told(ID, note))));
    }

    private String sealed(Entry entry) {
        return EntryJson.write(seal().sealed(entry, false));
    }

    private static List<String> texts(String recorded) {
        return ReaderNames.textsIn(recorded).stream().map(SealedText::toString).toList();
    }

    private static List<EntryType> types() {
        return EntryType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_free_text_of_every_type_is_sealed_and_opens_again(EntryType type) {
        Entry example = Examples.of(type);
        List<String> free = new ArrayList<>();
        Entry marked = FreeTexts.replaced(example, (place, text) -> {
            free.add(text);
            return "Ombelle " + free.size();
        });
        String recorded = sealed(marked);

        assertThat(free).isNotEmpty();
        assertThat(recorded).doesNotContain("Ombelle");
        assertThat(texts(recorded)).hasSize(free.size());
        assertThat(new ReaderNames(seal(), territory -> true).inJson(recorded)).isEqualTo(EntryJson.write(marked));
        assertThat(EntryJson.write(EntryJson.read(recorded))).isEqualTo(recorded);
    }

    @Test
    void who_asks_for_no_personal_data_is_shown_what_the_entry_commits_to() throws Exception {
        String recorded = sealed(raised(TEXT));
        SealedText text = ReaderNames.textsIn(recorded).getLast();
        String disclosure =
                seal().textsDisclosed(List.of(text)).values().iterator().next().text();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(disclosure.getBytes(StandardCharsets.US_ASCII));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo(text.digest());
        assertThat(ReaderNames.withoutNames(recorded)).contains("\"note\":\"sha-256:" + text.digest() + "\"");
        assertThat(ReaderNames.ofIds(seal()).in("Par " + text + ".")).isEqualTo("Par sha-256:" + text.digest() + ".");
        assertThat(reader().in("Par " + text + ".")).isEqualTo("Par " + TEXT + ".");
    }

    @Test
    void what_is_disclosed_is_read_without_any_key_and_an_altered_disclosure_is_refused() {
        String recorded = sealed(raised(TEXT));
        SealedText text = ReaderNames.textsIn(recorded).getLast();
        String disclosure =
                seal().textsDisclosed(List.of(text)).values().iterator().next().text();
        String altered = new Disclosure("another salt", TEXT).text();

        assertThat(ReaderNames.disclosed(recorded, List.of(disclosure), Language.ENGLISH))
                .contains("\"note\":" + Json.text(TEXT), "\"description\":\"redacted text\"");
        assertThatThrownBy(() -> ReaderNames.disclosed(recorded, List.of(disclosure, altered), Language.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_said_again_of_an_entry_is_the_same_and_anything_else_has_another_key() {
        String recorded = sealed(raised(TEXT));

        NameSeal one = seal();
        assertThat(EntryJson.write(one.sealed(raised(TEXT), false)))
                .isEqualTo(recorded)
                .isEqualTo(EntryJson.write(one.sealed(raised(TEXT), false)));
        assertThat(texts(sealed(corrected(TEXT)))).containsAll(texts(recorded));
        assertThat(ReaderNames.textsIn(sealed(corrected(OTHER))).stream().map(SealedText::way))
                .doesNotContain(ReaderNames.textsIn(recorded).getLast().way())
                .contains(ReaderNames.textsIn(recorded).getFirst().way());
        Map<String, Object> another = told(CORRECTION, TEXT);
        assertThat(texts(sealed(EntryJson.read(Json.text(another))))).doesNotContainAnyElementsOf(texts(recorded));
    }

    @Test
    void the_longest_text_is_read_again() {
        String longest = "é".repeat(10_000);
        String recorded = sealed(raised(longest));

        assertThat(EntryJson.write(EntryJson.read(recorded))).isEqualTo(recorded);
        assertThat(reader().inJson(recorded)).contains(longest);
    }

    @Test
    void what_is_only_tried_leaves_no_key() {
        assertThat(EntryJson.write(seal().sealed(raised(TEXT), true))).contains(SealedText.MARK);
        assertThat(command.sql("select count(*) from people.text_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_text_that_was_put_elsewhere_or_altered_opens_to_nobody() {
        SealedText text = ReaderNames.textsIn(sealed(raised(TEXT))).getLast();
        SealedText description = ReaderNames.textsIn(sealed(raised(TEXT))).getFirst();
        for (SealedText altered : List.of(
                new SealedText("lille", description.way(), text.digest(), text.ciphertext()),
                new SealedText("lille", text.way(), description.digest(), text.ciphertext()),
                new SealedText("lille", text.way(), text.digest(), description.ciphertext()),
                new SealedText("lyon", text.way(), text.digest(), text.ciphertext()))) {
            assertThat(reader().in(altered.toString())).isEqualTo("texte caviardé");
        }
    }

    private void record(String payload) {
        UUID id = UUID.fromString(Json.parse(payload).path("entryId").stringValue());
        long position = 1
                + command.sql("select count(*) from events.event")
                        .query(Long.class)
                        .single();
        command.sql("select events.append(array[:id], array['lille'], array[:position],"
                        + " array[(extract(epoch from clock_timestamp()) * 1000000)::bigint], array['t'], array['1'],"
                        + " array[:payload], array['{}'])")
                .param("id", id)
                .param("position", position)
                .param("payload", payload)
                .query((row, number) -> true)
                .single();
    }

    private Outcome redact(UUID entry, String pointer) {
        TextKeys keys = new TextKeys(database.dataSource(DatabaseRole.QUERY), master);
        return new Redactions(
                        database.dataSource(DatabaseRole.QUERY), keys, (id, content, within) -> found.put(id, content))
                .redact(new Wanted("lille", entry, pointer, "dossier 18"), "national");
    }

    @Test
    void a_redacted_text_is_gone_wherever_it_was_said_again_and_every_other_stays() {
        String recorded = sealed(raised(TEXT));
        String again = sealed(corrected(TEXT));
        String otherwise = sealed(corrected(OTHER));
        record(recorded);
        record(again);

        assertThat(redact(ID, "/note")).isInstanceOf(Outcome.Done.class);

        assertThat(reader().inJson(recorded))
                .contains("\"note\":\"texte caviardé\"", "Un besoin")
                .doesNotContain("Ombelle");
        assertThat(reader().inJson(again)).contains("le mot").doesNotContain("Ombelle");
        assertThat(reader().inJson(otherwise)).contains(OTHER);
        assertThat(found).containsOnlyKeys(ID, CORRECTION);
        assertThat(found.get(ID)).contains("Un besoin", SealedText.MARK).doesNotContain("Ombelle");
        assertThat(redact(ID, "/note")).isEqualTo(redact(ID, "/note"));
        assertThat(query.sql("select count(*) from people.redaction where entry_id = :id and reason = 'dossier 18'")
                        .param("id", ID)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_redacted_is_not_recorded_again_but_something_else_may_be_said_instead() {
        String recorded = sealed(raised(TEXT));
        record(recorded);
        redact(ID, "/note");

        for (String note : List.of(TEXT, OTHER)) {
            assertThatThrownBy(() -> seal().sealed(raised(note), false))
                    .isInstanceOfSatisfying(
                            TextSeal.RedactedException.class,
                            redacted -> assertThat(redacted.pointer()).isEqualTo("/note"));
        }
        assertThat(reader().inJson(sealed(corrected(OTHER)))).contains(OTHER);
        assertThat(texts(sealed(corrected(TEXT))))
                .doesNotContain(ReaderNames.textsIn(recorded).getLast().toString());
    }

    @Test
    void nothing_is_redacted_where_no_sealed_text_stands() {
        record(sealed(raised(TEXT)));

        for (String pointer : List.of("", "note", "/", "/kind", "/watchpoint", "/source/title", "/entryId")) {
            assertThat(redact(ID, pointer)).as(pointer).isEqualTo(new Outcome.NoText());
        }
        assertThat(redact(CORRECTION, "/note")).isEqualTo(new Outcome.UnknownEntry());
    }

    @Test
    void a_service_can_neither_destroy_keys_nor_put_others_in_their_place() {
        sealed(raised(TEXT));

        for (String deed : List.of(
                "delete from people.text_key",
                "update people.text_key set wrapped = '\\x00'",
                "truncate people.text_key",
                "delete from people.redaction")) {
            for (JdbcClient service : List.of(command, query)) {
                assertThatThrownBy(() -> service.sql(deed).update()).as(deed).isInstanceOf(DataAccessException.class);
            }
        }
    }
}
