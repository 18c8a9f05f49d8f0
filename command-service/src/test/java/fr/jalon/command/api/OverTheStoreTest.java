package fr.jalon.command.api;

import static fr.jalon.command.api.SampleEntries.carrier;
import static fr.jalon.command.api.SampleEntries.opened;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.CommandConfiguration;
import fr.jalon.command.api.CommandServer.Answer;
import fr.jalon.database.AdvisoryLock;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.axon.RecordedClock;
import fr.jalon.store.log.Migrations;
import fr.jalon.web.WebConfiguration;
import fr.jalon.web.access.AccessRecord;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.DemoAccounts;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The same calls over the real store: many at once, and none while the database is away. */
class OverTheStoreTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int AT_ONCE = 40;

    private static volatile boolean away;
    private static CommandServer server;

    @BeforeAll
    static void start() {
        Migrations.run(DATABASE.dataSource(DatabaseRole.OWNER));
        server = new CommandServer(
                Main.class,
                "--jalon.command.at-once=" + AT_ONCE,
                "--jalon.people.key=" + TestNames.KEY,
                "--jalon.command.imports-at-once=1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thirty_two_writers_on_one_territory_lose_nothing_and_double_nothing() throws Exception {
        open("paris");
        List<Answer> answers = atOnce(32, () -> launchStudy("paris"));
        Set<String> positions = new HashSet<>();
        for (Answer answer : answers) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            positions.add(answer.at("/position"));
        }
        assertThat(positions).hasSize(32);
    }

    @Test
    void twenty_at_once_of_one_id_get_equal_answers_and_another_territory_a_conflict() throws Exception {
        open("lyon");
        open("lille");
        String id = "44444444-4444-4444-8444-444444444444";
        List<Answer> answers = atOnce(20, () -> record("lyon", carrier(id, "adpei", "2019")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isIn(200, 201);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
        });
        Answer elsewhere = record("lille", carrier(id, "adpei", "2019"));
        assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(409);
    }

    @Test
    void while_the_database_is_away_senders_are_asked_to_come_back() {
        away = true;
        try {
            Answer answer = record("nantes", opened("nantes"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(server.lines("national", "/api/v1/entries", opened("nantes"))
                            .getFirst()
                            .get("status")
                            .stringValue())
                    .isEqualTo("unavailable");
        } finally {
            away = false;
        }
        assertThat(record("nantes", opened("nantes")).status()).isEqualTo(201);
    }

    @Test
    void a_rehearsal_while_the_database_is_away_is_told_so_line_by_line() {
        away = true;
        try {
            assertThat(rehearsed("vendee")).isEqualTo("unavailable");
        } finally {
            away = false;
        }
    }

    @Test
    void a_rehearsal_on_a_register_that_this_version_cannot_read_is_told_so() throws SQLException {
        open("sarthe");
        makeUnreadable("sarthe");

        assertThat(rehearsed("sarthe")).isEqualTo("unavailable");
    }

    @Test
    void a_register_that_this_version_cannot_read_takes_nothing_and_says_why() throws SQLException {
        open("charente");
        makeUnreadable("charente");
        Answer answer = record("charente", opened("charente"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.at("/code")).isEqualTo("register-unreadable");
        assertThat(answer.at("/details/en")).contains("Entry 2", "charente");
    }

    @Test
    void while_the_store_is_slow_only_so_many_wait_and_the_others_are_asked_to_come_back() throws Exception {
        open("strasbourg");
        assertThat(answersWhileSlow(AT_ONCE + 1, () -> launchStudy("strasbourg")))
                .satisfies(answers -> {
                    assertThat(answers.getFirst().status()).isEqualTo(503);
                    assertThat(answers.getFirst().header("Retry-After")).isEqualTo("1");
                    assertThat(answers.subList(1, answers.size()))
                            .hasSize(AT_ONCE)
                            .allMatch(answer -> answer.status() == 201);
                });
    }

    @Test
    void a_second_import_is_asked_to_come_back_while_a_slow_one_is_under_way() throws Exception {
        Callable<Answer> one = () -> server.send(server.as("national", "/api/v1/entries")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(opened("rouen"))));
        assertThat(answersWhileSlow(2, one))
                .satisfiesExactly(
                        refused -> {
                            assertThat(refused.status()).isEqualTo(503);
                            assertThat(refused.header("Retry-After")).isEqualTo("5");
                        },
                        taken -> assertThat(taken.status()).isEqualTo(200));
    }

    /** In the order they came; the first while nothing could be appended, after which the store went on. */
    private static List<Answer> answersWhileSlow(int count, Callable<Answer> call) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection slow = DATABASE.dataSource(DatabaseRole.OWNER).getConnection()) {
            slow.setAutoCommit(false);
            AdvisoryLock.APPEND.takeForTransaction(slow.createStatement());
            CompletionService<Answer> calls = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < count; i++) {
                calls.submit(call);
            }
            answers.add(calls.take().get());
            slow.rollback();
            for (int i = 1; i < count; i++) {
                answers.add(calls.take().get());
            }
        }
        return answers;
    }

    private static String rehearsed(String territory) {
        return server.lines("national", "/api/v1/entries?dryRun=true", opened(territory))
                .getFirst()
                .get("status")
                .stringValue();
    }

    private static void makeUnreadable(String territory) throws SQLException {
        try (Connection connection = DATABASE.dataSource(DatabaseRole.OWNER).getConnection();
                var statement = connection.prepareStatement("""
                        insert into events.event
                        select (select max(global_index) from events.event) + 1000, gen_random_uuid(), territory, 2,
                            recorded_at, type, '99', payload, metadata
                        from events.event where territory = ?
                        """)) {
            statement.setString(1, territory);
            statement.execute();
        }
    }

    private static void open(String territory) {
        assertThat(record(territory, opened(territory)).status()).isEqualTo(201);
    }

    private static Answer launchStudy(String territory) {
        return record(
                territory,
                carrier(null, "adpei", "2019")
                        .replace("coordination-carrier-changed", "study-launched")
                        .replace("\"carrier\": \"adpei\"", "\"study\": \"s-" + System.nanoTime() + "\""));
    }

    private static Answer record(String territory, String json) {
        return server.post("national", "/api/v1/territories/" + territory + "/entries", json);
    }

    private static List<Answer> atOnce(int count, Callable<Answer> call) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({WebConfiguration.class, CommandConfiguration.class})
    static class Main {
        @Bean
        DataSource commandDataSource() {
            return new DelegatingDataSource(DATABASE.dataSource(DatabaseRole.COMMAND)) {
                @Override
                public Connection getConnection() throws SQLException {
                    if (away) {
                        throw new SQLTransientConnectionException("away");
                    }
                    return super.getConnection();
                }
            };
        }

        @Bean
        Accounts accounts() {
            return DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        }

        @Bean
        AccessRecord accessRecord() {
            return AccessRecord.NONE;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        RecordedClock recordedClock() {
            return RecordedClock.system();
        }
    }
}
