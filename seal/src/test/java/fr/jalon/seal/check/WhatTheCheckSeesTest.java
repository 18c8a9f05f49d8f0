package fr.jalon.seal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.SigningKey;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.readmodel.projection.ProjectionCheck;
import fr.jalon.readmodel.tracking.TrackingCheck;
import fr.jalon.seal.SealHealth;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.log.KeptCheckpoints;
import fr.jalon.seal.log.Keyring;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.notary.Notary;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.StoredAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has all rights alters one table of a copy of a whole register; the check names it, and a second fault that is
 * there each time. What it says is what {@code docs/security.md} says, for every table there is.
 */
@Tag("long")
class WhatTheCheckSeesTest {
    private static final SigningKey KEY = SigningKey.make("jalon/test");
    private static final SigningKey FOREIGN = SigningKey.make("jalon/test");
    private static final Path SECURITY = Path.of("../docs/security.md");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`|(\\[\\d+])");

    /** A fault that no other may hide. */
    private static final String CANARY = "update events.event set metadata = metadata || ' ' where global_index = 33";

    private static final long CANARY_LEAF = 32;

    private static final Entry ERASED = EntryJson.read("""
            {"entryId": "e1000000-0000-4000-8000-0000000000fe", "territory": "paris", "type": "person-erased",
             "effective": "2026-02-23", "askedBy": "national", "confirmedBy": "national-2", "reason": "Dossier 17"}
            """);

    @SuppressWarnings("NullAway.Init")
    private static TestDatabase whole;

    @BeforeAll
    static void makeWhole() {
        try (World world = new World()) {
            whole = world.database;
            StoredAccounts.migrate(whole.dataSource(DatabaseRole.OWNER));
            StoredAccounts accounts = new StoredAccounts(whole.dataSource(DatabaseRole.OWNER));
            accounts.create(Actor.of("national", "national"), "a password of theirs");
            accounts.create(Actor.of("auditor", "auditor"), "a password of theirs");
            ProjectionProcessor projection = world.projecting();
            RandomEntries lille = new RandomEntries(1, "lille");
            RandomEntries paris = new RandomEntries(2, "paris");
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 4; j++) {
                    boolean isLast = i == 4 && j == 3;
                    world.record(lille.next(), isLast ? ERASED : paris.next());
                }
                seal(world.query);
            }
            world.snapshot("lille");
            world.admin
                    .sql("insert into events.kept_by (store) values ('postgresql')")
                    .update();
            world.admin
                    .sql("insert into sealed.mailed values (current_date - 1)")
                    .update();
            world.admin
                    .sql("insert into people.key (person, wrapped, erased_at) values ('forgotten', null, now())")
                    .update();
            world.admin
                    .sql("insert into people.erasure (reason, asked_by, confirmed_by, confirmed_at, entry_id)"
                            + " values ('Dossier 17', 'national', 'national-2', now(), ?)")
                    .param(ERASED.entryId())
                    .update();
            world.awaitCaughtUp(projection);
            projection.close();
        }
    }

    static List<Tampering> tamperings() {
        return Tampering.all();
    }

    @Test
    void a_register_that_nobody_altered_is_well() {
        try (HikariDataSource query = query(whole.copy())) {
            assertThat(check(query)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void what_is_altered_is_named_and_hides_nothing_else(Tampering tampering) throws SQLException {
        TestDatabase database = whole.copy();
        if (tampering.expected().equals("refused")) {
            assertThatThrownBy(() -> run(database, tampering.role(), tampering.sql()))
                    .isInstanceOf(SQLException.class);
            return;
        }
        run(database, tampering.role(), filled(tampering.sql()));
        if (tampering.table().equals("events.event") && tampering.isUnseen()) {
            live(database);
        }
        run(database, DatabaseRole.ADMIN, CANARY);
        try (HikariDataSource query = query(database)) {
            List<Finding> findings = check(query);
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
                assertThat(finding.index()).isEqualTo(CANARY_LEAF);
            });
            List<String> kinds = findings.stream()
                    .filter(finding -> finding.index() != CANARY_LEAF)
                    .map(finding -> finding.kind().code())
                    .toList();
            if (tampering.isUnseen()) {
                assertThat(findings).extracting(Finding::place).hasSize(1);
            } else {
                assertThat(kinds)
                        .as("%s", findings)
                        .contains(tampering.expected())
                        .doesNotContain("unchecked");
            }
        }
    }

    /** Which line of the catalogue names each is told by the finding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create trigger intruder before insert on %s for each row execute function"
                        + " suppress_redundant_updates_trigger()",
                "grant truncate on %s to jalon_command",
                "grant select on %s to public",
                "alter table %s add column intruder text",
                "alter table %s enable row level security",
                "create rule intruder as on delete to %s do also nothing",
                "create index on %s ((1))",
                "alter table %s add constraint intruder check (true) not valid",
                "alter table %s owner to jalon_admin"
            })
    void another_shape_of_any_table_is_named_by_the_table(String change) throws SQLException {
        TestDatabase database = whole.copy();
        for (String table : tables()) {
            run(database, DatabaseRole.ADMIN, change.formatted(table));
        }
        run(database, DatabaseRole.ADMIN, CANARY);
        try (HikariDataSource query = query(database)) {
            List<Finding> findings = all(new SchemaCheck(query));
            for (String table : tables()) {
                assertThat(findings).anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.SCHEMA);
                    assertThat(finding.detail()).contains(table);
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table projection.span disable trigger all",
                "drop trigger account_written_down on access.account",
                "alter table access.account enable always trigger account_written_down",
                "create or replace function events.append(entry_ids uuid[], territories text[], positions bigint[],"
                        + " recorded bigint[], types text[], revisions text[], payloads text[], metadata text[])"
                        + " returns bigint[] language sql as 'select array[1::bigint]'",
                "grant execute on function events.add to jalon_command",
                "grant execute on function events.append to public",
                "create function sealed.intruder() returns int language sql as 'select 1'",
                "create function public.intruder(text) returns int language sql as 'select 1'",
                "alter function events.append owner to jalon_admin",
                "grant create on schema events to jalon_command",
                "grant update (payload) on events.event to jalon_command",
                "alter default privileges in schema events grant update on tables to jalon_command",
                "create table sealed.intruder (x int)",
                "alter table sealed.leaf drop constraint leaf_pkey",
                "drop index events.event_recorded_at",
                "alter table sealed.node set unlogged",
                "drop table sealed.mailed",
                "create or replace view projection.funding as select 1 as x, * from projection.funding",
                "create event trigger intruder on ddl_command_end execute function projection.intruder()"
            })
    void another_part_of_the_schema_is_named(String change) throws SQLException {
        TestDatabase database = whole.copy();
        if (change.startsWith("create event trigger")) {
            run(database, DatabaseRole.ADMIN, """
                    create function projection.intruder() returns event_trigger language plpgsql as 'begin end'
                    """);
        }
        String sql = change.startsWith("create or replace view")
                ? "drop view projection.funding; create view projection.funding as select 1 as x"
                : change;
        run(database, DatabaseRole.ADMIN, sql);
        try (HikariDataSource query = query(database)) {
            assertThat(all(new SchemaCheck(query))).extracting(Finding::kind).containsOnly(Kind.SCHEMA);
            assertThat(all(new SchemaCheck(query))).isNotEmpty();
        }
    }

    /** Roles are the whole server's: here they are put back. */
    @Test
    void a_role_that_may_more_is_named() throws SQLException {
        TestDatabase database = whole.copy();
        run(database, DatabaseRole.ADMIN, "grant jalon_owner to jalon_command; alter role jalon_query bypassrls");
        try (HikariDataSource query = query(database)) {
            assertThat(all(new SchemaCheck(query)))
                    .extracting(Finding::detail)
                    .contains(
                            "is not Jalon's: member jalon_command of jalon_owner",
                            "is not Jalon's: role jalon_query bypassrls");
        } finally {
            run(
                    database,
                    DatabaseRole.ADMIN,
                    "revoke jalon_owner from jalon_command; alter role jalon_query nobypassrls");
        }
    }

    @Test
    void a_table_that_is_gone_leaves_the_other_checks_what_they_find() throws SQLException {
        TestDatabase database = whole.copy();
        run(database, DatabaseRole.ADMIN, "drop table sealed.node cascade");
        run(database, DatabaseRole.ADMIN, CANARY);
        try (HikariDataSource query = query(database)) {
            assertThat(check(query))
                    .extracting(Finding::kind)
                    .contains(Kind.SCHEMA, Kind.UNCHECKED, Kind.CHANGED)
                    .doesNotContain(Kind.PROJECTION);
        }
    }

    @Test
    void a_hundred_faults_of_one_kind_hide_none_of_another() throws SQLException {
        TestDatabase database = whole.copy();
        run(database, DatabaseRole.ADMIN, """
                insert into tracking.parked select 'x' || n, 1, 'x' from generate_series(1, 250) n
                """);
        run(database, DatabaseRole.ADMIN, "insert into projection.territory values ('nowhere', 1, now())");
        try (HikariDataSource query = query(database)) {
            List<Finding> findings = check(query);
            assertThat(findings)
                    .filteredOn(finding -> finding.kind() == Kind.PARKED)
                    .hasSize(101);
            assertThat(findings).extracting(Finding::detail).contains("and 150 more of this kind");
            assertThat(findings).extracting(Finding::territory).contains("nowhere");
        }
    }

    @Test
    void an_erasure_waits_without_fault_for_a_register_that_nobody_opened() throws SQLException {
        TestDatabase database = whole.copy();
        run(database, DatabaseRole.ADMIN, """
                insert into people.key (person, wrapped, erased_at) values ('forgotten-too', null, now());
                insert into people.erasure (reason, asked_by, confirmed_by, confirmed_at) values ('x', 'x', 'y', now())
                """);
        try (HikariDataSource query = query(database)) {
            assertThat(all(new ErasureCheck(query, "nowhere"))).isEmpty();
            assertThat(all(new ErasureCheck(query, "paris")))
                    .singleElement()
                    .extracting(Finding::place)
                    .isEqualTo("erasure: the erasure 2 was done, and the register paris has no entry of it");
        }
    }

    @Test
    void the_seals_health_is_red_as_long_as_a_check_found_something() throws SQLException {
        TestDatabase database = whole.copy();
        run(database, DatabaseRole.ADMIN, "insert into access.account values ('intruder', '{national}', '{bcrypt}x')");
        try (HikariDataSource query = query(database);
                SelfCheck check = selfCheck(query)) {
            check.ask();
            World.await(() -> check.progress().state() == SelfCheck.State.DONE);
            var health = Objects.requireNonNull(new SealHealth(null, check, null).health());
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).extractingByKey("first").asString().contains("account", "intruder");
        }
    }

    @Test
    void the_file_of_the_catalogue_is_what_the_migrations_make() throws IOException {
        try (HikariDataSource query = query(whole.copy())) {
            List<String> lines = new SchemaCheck(query).lines();
            Path made = Files.write(Files.createDirectories(Path.of("target")).resolve("catalogue.txt"), lines);
            assertThat(Path.of("../seal/src/main/resources/fr/jalon/seal/check/catalogue.txt"))
                    .as("copy %s there", made.toAbsolutePath())
                    .hasSameTextualContentAs(made);
        }
    }

    @Test
    void every_table_and_kind_of_change_stands_in_the_document_as_it_was_tried() throws IOException {
        Map<String, Map<String, Set<String>>> tried = new TreeMap<>();
        Tampering.all()
                .forEach(each -> tried.computeIfAbsent(each.table(), none -> new TreeMap<>())
                        .computeIfAbsent(each.change(), none -> new TreeSet<>())
                        .add(each.expected()));
        assertThat(tried.keySet()).as("tables of the database").isEqualTo(tables());
        List<String> kinds = List.of("insert", "update", "delete", "move");
        assertThat(tried.values())
                .allSatisfy(changes -> assertThat(changes.keySet()).containsAll(kinds));

        Map<String, Map<String, Set<String>>> written = new TreeMap<>();
        List<String> lines = Files.readAllLines(SECURITY);
        for (String line : lines) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == kinds.size() + 3 && cells[1].strip().matches("`[a-z]+\\.[a-z_]+`")) {
                Map<String, Set<String>> row = new TreeMap<>();
                for (int i = 0; i < kinds.size(); i++) {
                    row.put(kinds.get(i), codes(cells[i + 2]));
                }
                written.put(cells[1].strip().replace("`", ""), row);
            }
        }
        assertThat(written).isEqualTo(tried);
        Stream<String> reasons = tried.values().stream()
                .flatMap(row -> row.values().stream())
                .flatMap(Set::stream)
                .filter(code -> code.startsWith("["));
        assertThat(reasons)
                .allSatisfy(reason -> assertThat(lines)
                        .anyMatch(line -> line.startsWith("* **" + reason + "** cannot be seen, because ")));
    }

    private static Set<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(WhatTheCheckSeesTest::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static Set<String> tables() {
        return new TreeSet<>(JdbcClient.create(whole.dataSource(DatabaseRole.ADMIN))
                .sql("""
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        """)
                .<String>query((row, number) -> row.getString(1))
                .list());
    }

    /** What a register at work does with what was altered: seal and project. */
    private static void live(TestDatabase database) {
        try (World world = new World(database)) {
            ProjectionProcessor projection = world.projecting();
            seal(world.query);
            world.awaitCaughtUp(projection);
            projection.close();
        }
    }

    private static void seal(HikariDataSource query) {
        EventLog log = new PostgresEventLog(query);
        SealedLog sealed = new SealedLog(query);
        try (Notary notary = new Notary(query, log, KEY, KeptCheckpoints.nowhere())) {
            notary.start();
            World.await(() -> sealed.size() == log.head());
        }
    }

    private static HikariDataSource query(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(database.dataSource(DatabaseRole.QUERY));
        pool.setMaximumPoolSize(3);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static SelfCheck selfCheck(HikariDataSource query) {
        EventLog log = new PostgresEventLog(query);
        SealedLog sealed = new SealedLog(query);
        InstantSource clock = InstantSource.system();
        return new SelfCheck(
                new Checks(
                                query,
                                log,
                                sealed,
                                KeptCheckpoints.nowhere(),
                                List.of(KEY.verifier()),
                                "postgresql",
                                "paris",
                                clock)
                        .of(
                                false,
                                new TrackingCheck(JdbcClient.create(query), log),
                                new ProjectionCheck(query, log, Duration.ofMillis(50))),
                sealed::size,
                clock);
    }

    private static List<Finding> check(HikariDataSource query) {
        try (SelfCheck check = selfCheck(query)) {
            return check.now().findings();
        }
    }

    private static List<Finding> all(Check check) {
        Findings findings = new Findings();
        check.run(findings, (step, done, total) -> {});
        return findings.all();
    }

    private static String filled(String sql) {
        return sql.replace(
                        "{foreign}",
                        FOREIGN.sign(new Checkpoint("jalon/test", 40, Hash.ofNothing()).text())
                                .note())
                .replace("{foreign key}", FOREIGN.verifier().text())
                .replace(
                        "{foreign keyring}",
                        Keyring.sign(List.of(FOREIGN.verifier(), KEY.verifier()), FOREIGN)
                                .note());
    }

    private static void run(TestDatabase database, DatabaseRole role, String sql) throws SQLException {
        try (Connection connection = database.dataSource(role).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : Arrays.stream(sql.split(";"))
                    .filter(part -> !part.isBlank())
                    .toList()) {
                statement.execute(each);
            }
        }
    }
}
