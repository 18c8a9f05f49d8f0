package fr.jalon.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.Sight;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.query.ReadModels;
import fr.jalon.query.Statements;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.RecordedOrder;
import fr.jalon.readmodel.question.WholeHistory;
import fr.jalon.readmodel.question.WholeHistory.Wanted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of the history of all territories is read by an index, however long that history is. */
class HistoryPlansTest {
    private static final DataSource MODELS = new ReadModels().database().dataSource(DatabaseRole.QUERY);
    private static final JdbcClient JDBC = JdbcClient.create(MODELS);
    private static final KnownAt NOW = new KnownAt(Instant.parse("2026-11-23T11:00:00Z"));

    @BeforeAll
    static void fill() {
        JDBC.sql("""
                insert into projection.entry
                select 'territory-' || n % 50, n, n, gen_random_uuid(),
                       timestamptz '2020-01-01' + n * interval '1 minute',
                       'type-' || n % 30, 'actor-' || n % 40, 'national', 'actual', null, null, '{}',
                       array_to_tsvector(array['word' || n, 'often' || n % 3])
                from generate_series(1, 30000) n
                """).update();
        JDBC.sql("vacuum analyze projection.entry").update();
    }

    static Stream<Arguments> questions() {
        Instant day = Instant.parse("2020-01-10T00:00:00Z");
        WholeHistory.Place place = new WholeHistory.Place(day, new UUID(0, 0));
        return Arrays.stream(RecordedOrder.values())
                .flatMap(order -> Stream.of(
                        Arguments.of(wanted(order, null, null, null, null), "entry_in_order"),
                        Arguments.of(wanted(order, place, null, null, null), "entry_in_order"),
                        Arguments.of(
                                new Wanted(order, null, null, null, null, day, day, Set.of(), 101), "entry_in_order"),
                        Arguments.of(wanted(order, null, null, "type-7", null), "entry_of_type"),
                        Arguments.of(wanted(order, null, null, null, "actor-7"), "entry_by_actor"),
                        Arguments.of(wanted(order, null, "territory-7", null, null), "entry_recorded_at"),
                        Arguments.of(
                                new Wanted(order, null, null, null, null, null, null, Set.of("word17"), 101),
                                "entry_words")));
    }

    private static Wanted wanted(
            RecordedOrder order,
            WholeHistory.@Nullable Place after,
            @Nullable String territory,
            @Nullable String type,
            @Nullable String actor) {
        return new Wanted(order, after, territory, type, actor, null, null, Set.of(), 101);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void an_index_leads_to_a_page(Wanted wanted, String index) throws SQLException {
        Statements heard = new Statements();
        new WholeHistory(heard.of(MODELS)).page(wanted, NOW, new Places(MODELS).frontier(), Sight.OF_ALL);

        assertThat(plan(heard.executed().getLast(), values(wanted)))
                .contains(index)
                .doesNotContain("Seq Scan on entry");
    }

    private static String plan(String statement, List<Object> values) throws SQLException {
        String numbered = statement;
        for (int i = 1; numbered.contains("?"); i++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + i);
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = MODELS.getConnection();
                Statement asked = connection.createStatement()) {
            asked.execute("prepare page as " + numbered);
            String literals = values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
            ResultSet lines = asked.executeQuery("explain execute page(" + literals + ")");
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** In the order of their places in the statement. */
    private static List<Object> values(Wanted wanted) {
        Instant now = NOW.instant();
        List<Object> values = new ArrayList<>(List.of(now, now, now));
        if (wanted.after() != null) {
            values.addAll(List.of(wanted.after().recordedAt(), wanted.after().entryId()));
        }
        Stream.of(wanted.territory(), wanted.type(), wanted.actor(), wanted.from(), wanted.to())
                .filter(Objects::nonNull)
                .forEach(values::add);
        values.addAll(wanted.words());
        values.add(wanted.limit());
        return values;
    }
}
