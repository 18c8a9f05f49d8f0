package fr.jalon.readmodel.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.RandomRegisters;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.StaleProjectionException;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

class ProjectionTest {
    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void at_every_position_the_rows_are_the_spans_of_the_fold(long seed) {
        RandomEntries paris = new RandomEntries(seed, "paris");
        RandomEntries lyon = new RandomEntries(seed + 100, "lyon");
        ProjectionProcessor projection = world.projecting();
        for (int i = 0; i < 10; i++) {
            world.record(paris.next(1 + i));
            world.record(lyon.next(12 - i));
        }
        world.awaitCaughtUp(projection);
        isProjectedAsFolded("paris");
        isProjectedAsFolded("lyon");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void so_they_are_whatever_the_types_of_the_entries(long seed) {
        ProjectionProcessor projection = world.projecting();
        for (Recorded drawn : RandomRegisters.of(seed, "paris", 60)) {
            world.record(drawn.entry());
        }
        world.awaitCaughtUp(projection);
        isProjectedAsFolded("paris");
    }

    private void isProjectedAsFolded(String territory) {
        assertThat(world.causes()).isEmpty();
        Register register = Register.empty();
        for (StoredEvent event : world.log.of(territory, 1, 1000)) {
            Entry entry = (Entry) EntryCodec.CURRENT.decode(event.type(), event.revision(), event.payload());
            register = register.with(new Recorded(event.position(), event.recordedAt(), entry));
            assertThat(projected(territory, event))
                    .as("%s at %d", territory, event.position())
                    .containsExactlyInAnyOrderElementsOf(folded(register));
        }
    }

    @ParameterizedTest(name = "from {0} on")
    @ValueSource(longs = {0, 7})
    void what_comes_again_changes_nothing(long reached) {
        ProjectionProcessor projection = world.projecting();
        world.record(new RandomEntries(5, "paris").next(250));
        world.awaitCaughtUp(projection);
        List<String> before = world.rows("projection");
        projection.close();
        world.sql
                .sql("update tracking.token set token = '{\"globalIndex\":' || ? || '}'")
                .param(reached)
                .update();
        ProjectionProcessor again = world.projecting();
        world.awaitCaughtUp(again);
        assertThat(world.rows("projection")).isEqualTo(before);
        assertThat(again.parked().entries()).isZero();
    }

    @Test
    void a_writer_that_believes_a_territory_elsewhere_writes_nothing() throws SQLException {
        ProjectionProcessor projection = world.projecting();
        world.record(new RandomEntries(9, "lille").next(3));
        world.awaitCaughtUp(projection);
        projection.close();
        List<String> before = world.rows("projection");
        List<StoredEvent> events = world.log.of("lille", 1, 2);
        Change first = Projected.NOTHING.with(ReadEvent.of(events.getFirst()).orThrow());
        Change second = first.after().with(ReadEvent.of(events.getLast()).orThrow());
        for (Change stale : List.of(first, second)) {
            Batch batch = new Batch();
            batch.add(stale);
            try (Connection connection = world.query.getConnection()) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> new BatchWriter(ModelSchema.LIVE).write(batch, connection))
                        .isInstanceOf(StaleProjectionException.class);
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        assertThat(world.rows("projection")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tracking.token set token = '{\"globalIndex\":900}' where processor_name = 'projection'",
                "update tracking.token set segment = 4 where processor_name = 'projection'"
            })
    void a_place_that_it_cannot_have_reached_is_ill_and_a_rebuild_puts_it_back(String tampering) {
        ProjectionProcessor projection = world.projecting();
        RandomEntries lille = new RandomEntries(8, "lille");
        world.record(lille.next(5));
        world.awaitCaughtUp(projection);
        projection.close();
        world.admin.sql(tampering).update();
        ProjectionProcessor again = world.projecting();
        world.record(lille.next(3));

        var ill = Objects.requireNonNull(new ProjectionHealth(again).health());
        assertThat(ill.getStatus()).isEqualTo(Status.DOWN);
        assertThat(ill.getDetails()).containsKey("tokens");
        if (tampering.contains("900")) {
            assertThat(again.advance().lag()).as("entries that are never shown").isEqualTo(3);
        }

        world.rebuild(again);
        assertThat(Objects.requireNonNull(new ProjectionHealth(again).health()).getDetails())
                .doesNotContainKey("tokens");
        world.record(lille.next(2));
        world.awaitCaughtUp(again);
        assertThat(world.count("select position from projection.territory")).isEqualTo(10);
    }

    @Test
    void rows_brought_and_replaced_within_one_batch_are_kept_as_past() {
        world.record(
                carrier("00000000-0000-0000-0000-000000000001", "adpei", "2019", "marseille"),
                carrier("00000000-0000-0000-0000-000000000002", "hpf", "2023", "marseille"));
        world.awaitCaughtUp(world.projecting());
        assertThat(world.count("""
                        select count(*) from projection.span
                        where subject = 'coordination-carrier' and not upper_inf(recorded)
                        """)).isEqualTo(1);
        assertThat(world.count("select count(*) from projection.coordination_carrier"))
                .isEqualTo(2);
    }

    @Test
    void postgresql_refuses_two_values_certain_on_one_day() {
        world.record(carrier("00000000-0000-0000-0000-000000000001", "adpei", "2019", "marseille"));
        world.awaitCaughtUp(world.projecting());
        assertThatThrownBy(() -> world.sql.sql("""
                                insert into projection.span
                                select territory, subject, key, value, possible, certain, held, recorded, since, until,
                                    entries, contested, opened_by, 99, closed_by
                                from projection.span where subject = 'coordination-carrier'
                                """).update()).hasMessageContaining("certain on the same days");
    }

    static Entry carrier(String id, String carrier, String effective, String territory) {
        return EntryJson.read("""
                {"territory": "%s", "type": "coordination-carrier-changed", "entryId": "%s",
                 "effective": "%s", "carrier": {"id": "%s", "name": "%s"}}
                """.formatted(territory, id, effective, carrier, carrier));
    }

    /** So many carriers one after the other, each of which ends the one before. */
    static List<Entry> carriers(String territory, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String id = new UUID(territory.hashCode(), i).toString();
            entries.add(carrier(id, "c" + i, Integer.toString(1900 + i), territory));
        }
        return entries;
    }

    private static List<Map<String, Object>> folded(Register register) {
        List<Map<String, Object>> spans = new ArrayList<>();
        register.subjects().forEach(subject -> {
            for (Span span : register.spans(subject)) {
                Map<String, Object> row = new HashMap<>();
                row.put("subject", subject.toString());
                row.put("value", EntryJson.nameless(span.value()));
                row.put("possible", range(span.possible()));
                row.put("certain", range(span.certain()));
                row.put("since", span.since());
                row.put("until", span.until());
                row.put("entries", span.entries().toString());
                row.put("contested", span.contested());
                spans.add(row);
            }
        });
        return spans;
    }

    private List<Map<String, Object>> projected(String territory, StoredEvent knownAt) {
        return world.sql
                .sql("""
                        select subject || case when key = '' then '' else ':' || key end as subject,
                            value, possible, certain, since, until, entries, contested
                        from projection.span where territory = ? and recorded @> ?
                        """)
                .param(territory)
                .param(knownAt.recordedAt().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    Map<String, Object> read = new HashMap<>();
                    read.put("subject", row.getString("subject"));
                    read.put("value", Json.MAPPER.readTree(row.getString("value")));
                    read.put("possible", row.getString("possible"));
                    read.put("certain", row.getString("certain"));
                    read.put("since", row.getString("since"));
                    read.put("until", row.getString("until"));
                    read.put(
                            "entries",
                            List.of((Object[]) row.getArray("entries").getArray())
                                    .toString());
                    read.put("contested", row.getBoolean("contested"));
                    return read;
                })
                .list();
    }

    private static @Nullable String range(@Nullable DayRange days) {
        return days == null
                ? null
                : (Days.isBounded(days.from()) ? "[" + day(days.from()) : "(") + "," + day(days.to()) + ")";
    }

    private static String day(LocalDate day) {
        if (!Days.isBounded(day)) {
            return "";
        }
        return switch (day.getYear()) {
            case 0 -> "\"0001-" + day.toString().substring(5) + " BC\"";
            case 10000 -> day.toString().substring(1);
            default -> day.toString();
        };
    }
}
