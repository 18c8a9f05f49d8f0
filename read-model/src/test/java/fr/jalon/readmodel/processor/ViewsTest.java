package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.postgres.DatabaseRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The analysts' views, on what a real committee said of eight territories. */
class ViewsTest {
    private static final Path CASE = Path.of("../standalone/src/main/resources/cases/convergence-2023.ndjson");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_kind_of_fact_has_its_view_with_all_that_is_known_now() throws IOException {
        List<Entry> entries =
                Files.readAllLines(CASE).stream().map(EntryJson::read).toList();
        world.record(entries);
        world.record(ProjectionTest.carriers("lyon-and-more", 3));
        world.awaitCaughtUp(world.projecting());
        assertThat(world.causes()).isEmpty();
        SubjectKind.all()
                .forEach(kind -> assertThat(world.count(
                                "select count(*) from projection." + kind.code().replace('-', '_')))
                        .as(kind.code())
                        .isEqualTo(world.count(
                                "select count(*) from projection.span where closed_by is null and subject = '"
                                        + kind.code() + "'")));
    }

    @Test
    void columns_are_typed_and_things_called_by_their_names() {
        world.record(EntryJson.read("""
                {"territory": "lyon", "type": "funding-granted", "entryId": "00000000-0000-0000-0000-000000000001",
                 "effective": "2022", "funding": "f1", "funder": {"id": "metropole", "name": "Métropole"},
                 "amount": {"value": "120.50", "currency": "EUR"}, "budgetLine": "BOP 102"}
                """));
        world.awaitCaughtUp(world.projecting());
        assertThat(world.sql
                        .sql("select amount from projection.funding where possible @> date '2022-06-01'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("120.5");
        assertThat(world.sql
                        .sql("select funder_name || ' ' || budget_line from projection.funding")
                        .query((row, number) -> row.getString(1))
                        .single())
                .isEqualTo("Métropole BOP 102");
    }

    @Test
    void an_analyst_of_the_database_reads_what_funds_what_and_neither_amounts_nor_persons() {
        world.record(EntryJson.read("""
                {"territory": "lyon", "type": "funding-granted", "entryId": "00000000-0000-0000-0000-000000000001",
                 "effective": "2022", "funding": "f1", "funder": {"id": "metropole", "name": "Métropole"},
                 "amount": {"value": "120.50", "currency": "EUR"}}
                """));
        world.awaitCaughtUp(world.projecting());
        JdbcClient analyst = JdbcClient.create(world.database.dataSource(DatabaseRole.ANALYST));

        assertThat(analyst.sql("select funder_name from projection.funding")
                        .query(String.class)
                        .list())
                .containsExactly("Métropole");
        for (String hidden : List.of(
                "select amount from projection.funding",
                "select currency from projection.funding_gap",
                "select person_name from projection.coordinator",
                "select person from projection.team",
                "select attributes from projection.outlook",
                "select name from projection.name",
                "select value from projection.span",
                "select payload from events.event",
                "select entry_id from sealed.leaf")) {
            assertThatThrownBy(() -> analyst.sql(hidden).query().listOfRows())
                    .as(hidden)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_figure_without_a_value_shows_its_trend_and_a_meeting_its_agenda() {
        world.record(EntryJson.read("""
                {"territory": "lyon", "type": "figure-reported", "entryId": "00000000-0000-0000-0000-000000000001",
                 "effective": "2022", "indicator": "employees", "programme": "convergence", "trend": "increased"}
                """));
        world.record(EntryJson.read("""
                {"territory": "lyon", "type": "steering-committee-held",
                 "entryId": "00000000-0000-0000-0000-000000000002", "effective": "2023-01-26", "meeting": "copil",
                 "level": "national", "remote": true, "agenda": ["Bilan", "Enjeux"]}
                """));
        world.awaitCaughtUp(world.projecting());
        assertThat(world.sql
                        .sql("select trend from projection.figure where value is null")
                        .query(String.class)
                        .single())
                .isEqualTo("increased");
        assertThat(world.sql
                        .sql("select array_to_string(agenda, ', ') from projection.meeting where remote")
                        .query(String.class)
                        .single())
                .isEqualTo("Bilan, Enjeux");
    }
}
