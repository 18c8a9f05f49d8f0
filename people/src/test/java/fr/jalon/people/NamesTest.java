package fr.jalon.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Language;
import fr.jalon.people.Erasures.Done;
import fr.jalon.people.Erasures.Seal;
import fr.jalon.people.NameSeal.ErasedPersonException;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.Migrations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class NamesTest {
    private static final String NAME = "Zéphyrine \"Ombelle\" Quesnoy";
    private static final String ID = "0198c5a0-0000-7000-8000-000000000001";

    private final TestDatabase database = TestDatabase.migrated("events", Migrations::run);
    private final JdbcClient command = JdbcClient.create(database.dataSource(DatabaseRole.COMMAND));
    private final JdbcClient query = JdbcClient.create(database.dataSource(DatabaseRole.QUERY));
    private final MasterKey master = MasterKey.random();
    private final NameSeal seal = seal();
    private final ReaderNames all = new ReaderNames(seal, territory -> true);
    private final ReaderNames none = new ReaderNames(seal, territory -> false);

    private NameSeal seal() {
        return seal(master);
    }

    private NameSeal seal(MasterKey key) {
        DataSource pool = database.dataSource(DatabaseRole.COMMAND);
        return new NameSeal(new PersonKeys(pool, key), new TextKeys(pool, key));
    }

    private static Entry appointed(String territory, String id, String name) {
        return EntryJson.read(Json.text(Map.of(
                "entryId",
                id,
                "territory",
                territory,
                "type",
                "coordinator-appointed",
                "effective",
                "2022",
                "person",
                Map.of("id", "zoe", "name", name))));
    }

    private Entry sealed() {
        return seal.sealed(appointed("lille", ID, NAME), false);
    }

    @Test
    void a_recorded_entry_says_no_name_and_opens_to_who_may_see_it() {
        String recorded = EntryJson.write(sealed());

        assertThat(recorded).doesNotContain("phyrine").contains("\"id\":\"zoe\"");
        assertThat(EntryJson.write(EntryJson.read(all.inJson(recorded))))
                .isEqualTo(EntryJson.write(appointed("lille", ID, NAME)));
        assertThat(none.inJson(recorded)).doesNotContain(SealedName.MARK).contains("\"person\":{\"id\":\"zoe\"}");
        assertThat(none.in("Par " + name() + ".")).isEqualTo("Par zoe.");
        assertThat(all.in("Par " + name() + ".")).isEqualTo("Par " + NAME + ".");
    }

    private SealedName name() {
        return ReaderNames.allIn(EntryJson.write(sealed())).getFirst();
    }

    @Test
    void who_may_see_the_names_of_one_territory_sees_no_others() {
        String both = EntryJson.write(sealed())
                + EntryJson.write(seal.sealed(appointed("lyon", ID.replace('1', '2'), NAME), false));
        String shown = new ReaderNames(seal, "lyon"::equals).inJson(both);

        assertThat(shown.split("Ombelle", -1)).hasSize(2);
        assertThat(shown).doesNotContain(SealedName.MARK);
    }

    @Test
    void a_name_put_under_another_territory_or_person_opens_to_nobody() {
        SealedName name = name();
        SealedName moved = new SealedName("lyon", name.person(), name.digest(), name.ciphertext());

        assertThat(all.in(moved.toString())).isEqualTo("personne effacée");
    }

    @Test
    void the_same_entry_sent_again_is_the_same_and_a_correction_that_repeats_a_name_says_the_same() {
        Entry correction = EntryJson.read(Json.text(Map.of(
                "entryId", ID.replace('1', '3'),
                "territory", "lille",
                "type", "entry-corrected",
                "target", ID,
                "kind", "refined",
                "reason", "le jour",
                "entry",
                        Map.of(
                                "entryId", ID,
                                "territory", "lille",
                                "type", "coordinator-appointed",
                                "effective", "2022-03-01",
                                "person", Map.of("id", "zoe", "name", NAME)))));
        SealedName name = name();

        assertThat(EntryJson.write(seal().sealed(appointed("lille", ID, NAME), false)))
                .isEqualTo(EntryJson.write(sealed()));
        assertThat(ReaderNames.allIn(EntryJson.write(seal.sealed(correction, false))))
                .containsExactly(name);
        assertThat(seal.sealed(sealed(), false)).isEqualTo(sealed());
    }

    @Test
    void the_same_name_in_another_entry_is_the_same_and_another_name_or_register_has_its_own() {
        String other = ID.replace('1', '4');

        assertThat(sealedIn("lille", other, NAME)).isEqualTo(name());
        assertThat(sealedIn("lille", other, "Zéphyrine Ombelle").digest()).isNotEqualTo(name().digest());
        assertThat(sealedIn("lyon", other, NAME).digest()).isNotEqualTo(name().digest());
    }

    private SealedName sealedIn(String territory, String id, String name) {
        return ReaderNames.allIn(EntryJson.write(seal.sealed(appointed(territory, id, name), false)))
                .getFirst();
    }

    @Test
    void a_name_is_proved_by_a_digest_of_what_is_disclosed_alone() throws Exception {
        SealedName name = name();
        String disclosure =
                all.disclosed(List.of(name)).values().iterator().next().text();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(disclosure.getBytes(StandardCharsets.US_ASCII));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo(name.digest());
        assertThat(new String(Base64.getUrlDecoder().decode(disclosure), StandardCharsets.UTF_8))
                .contains("phyrine");
    }

    @Test
    void what_is_only_tried_leaves_no_key() {
        assertThat(EntryJson.write(seal.sealed(appointed("lille", ID, NAME), true)))
                .contains(SealedName.MARK);
        assertThat(command.sql("select count(*) from people.key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_limited_name_is_opened_for_few_and_whoever_repeats_the_word_for_it_leaves_it() throws Exception {
        Entry named = sealed();
        String recorded = EntryJson.write(named);
        Limitations limitations = new Limitations(database.dataSource(DatabaseRole.QUERY));
        assertThat(limitations.lift("zoe", "national", "dossier 19")).isEmpty();
        assertThat(limitations.limit("nobody", "national", "dossier 19")).isEmpty();
        assertThat(limitations.limit("zoe", "national", "dossier 19"))
                .isEqualTo(limitations.limit("zoe", "national-2", "encore"));
        await(() -> all.inJson(recorded).contains("\"nom limité\""));

        assertThat(all.told(Language.ENGLISH).in(name().toString())).isEqualTo("name restricted");
        assertThat(all.disclosed(List.of(name()))).isEmpty();
        assertThat(all.shownLimited(true).inJson(recorded)).contains("phyrine");
        assertThat(none.in(name().toString())).isEqualTo("zoe");
        TextSeal.Before before = new TextSeal.Before(id -> Optional.of(named), id -> Optional.of(named));
        for (String word : List.of("nom limité", "name restricted")) {
            assertThat(seal.sealed(appointed("lille", ID, word), false, before)).isEqualTo(named);
            assertThat(EntryJson.write(seal.sealed(appointed("lille", ID, word), false)))
                    .contains("\"person\":\"zoe\"");
        }
        assertThat(limitations.lift("zoe", "national-2", "réglé"))
                .hasValueSatisfying(lifted -> assertThat(lifted.liftedBy()).isEqualTo("national-2"));
        await(() -> all.inJson(recorded).contains("phyrine"));
    }

    @Test
    void nothing_says_any_more_whose_name_was_limited_once_they_are_erased() {
        var _ = sealed();
        Limitations limitations = new Limitations(database.dataSource(DatabaseRole.QUERY));
        assertThat(limitations.limit("zoe", "national", "dossier 19")).isPresent();
        erase("national");
        erase("national-2");

        assertThat(limitations.all())
                .extracting(Limitations.Limitation::person, Limitations.Limitation::liftedBy)
                .containsExactly(tuple(null, "national-2"));
    }

    private static void await(BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void an_erased_person_has_no_name_for_anybody_and_is_named_no_more() throws Exception {
        String recorded = EntryJson.write(sealed());
        assertThat(erase("national")).isFalse();
        assertThat(erase("national")).isFalse();
        assertThat(erase("national-2")).isTrue();
        await(() -> !all.inJson(recorded).contains("phyrine"));

        assertThat(all.inJson(recorded)).contains("personne effacée").doesNotContain("phyrine");
        assertThat(all.told(Language.ENGLISH).inJson(recorded)).contains("\"person erased\"");
        assertThatThrownBy(() -> seal.sealed(appointed("lille", ID, NAME), false))
                .isInstanceOf(ErasedPersonException.class);
        assertThat(query.sql("select person is null from people.erasure")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    private boolean erase(String account) {
        return query.sql("select done from people.erase('zoe', :account, 'demandé')")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_service_can_neither_destroy_a_key_nor_put_one_in_its_place() {
        var _ = sealed();

        for (String deed :
                List.of("delete from people.key", "update people.key set wrapped = '\\x00'", "truncate people.key")) {
            assertThatThrownBy(() -> command.sql(deed).update()).as(deed).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_list_of_erasures_has_a_seal_that_nobody_makes_without_the_key() {
        Done done = new Done("national", Instant.EPOCH, "second", Instant.EPOCH.plusSeconds(1), "demandé", null);
        Done alone = new Done("national", Instant.EPOCH, "national", Instant.EPOCH.plusSeconds(1), "demandé", null);
        Done redacted = new Done("national", Instant.EPOCH, "second", Instant.EPOCH.plusSeconds(1), null, null);
        Seal seal = new Seal(master);
        String told = seal.of(List.of("zoe"), List.of(done));

        assertThat(new Seal(master).isOf(told, List.of("zoe"), List.of(redacted)))
                .isTrue();
        assertThat(seal.isOf(told, List.of("zoe", "alix"), List.of(done))).isFalse();
        assertThat(seal.isOf(told, List.of("zoe"), List.of())).isFalse();
        assertThat(seal.isOf(told, List.of("zoe"), List.of(alone))).isFalse();
        assertThat(seal.isOf(null, List.of("zoe"), List.of(done))).isFalse();
        assertThat(new Seal(MasterKey.random()).isOf(told, List.of("zoe"), List.of(done)))
                .isFalse();
    }

    @Test
    void keys_wrapped_under_another_key_open_nothing() {
        var _ = sealed();
        NameSeal other = seal(MasterKey.random());

        assertThatThrownBy(() -> other.sealed(appointed("lille", ID, NAME), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
