package fr.jalon.seal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.Seed;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.readmodel.processor.RandomEntries;
import fr.jalon.readmodel.processor.World;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReplayTest {
    private static final World WORLD = new World();
    private static final AsOf DAY = new AsOf(LocalDate.of(2023, 1, 26));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void every_line_is_the_entry_and_the_fold_at_its_position() {
        long seed = Seed.of(20260122, "ReplayTest");
        for (int i = 0; i < 4; i++) {
            String territory = "alea-" + i;
            WORLD.record(new RandomEntries(seed + i, territory).next(60));
            List<ReplayStep> lines = steps(new Replay.Wish(territory, DAY, Long.MAX_VALUE, true));
            assertThat(lines).hasSize(60);
            Register register = Register.empty();
            StateAnswer before = StateAnswer.of(RegisterState.of(territory, register, DAY), null);
            for (StoredEvent event : WORLD.log.of(territory, 1, 100)) {
                ReplayStep.Taken line = (ReplayStep.Taken) lines.get((int) event.position() - 1);
                Recorded recorded = ReadEvent.of(event).orThrow().recorded();
                register = register.with(recorded);
                assertThat(line.entryId()).isEqualTo(event.entryId());
                assertThat(line.actor()).isEqualTo("national");
                assertThat(line.before()).isEqualTo(before);
                before = StateAnswer.of(
                        RegisterState.of(territory, register, DAY),
                        event.recordedAt().toString());
                assertThat(line.state()).as("state at " + event.position()).isEqualTo(before);
            }
        }
    }

    @Test
    void what_moved_is_told_with_its_days_before_and_after() {
        WORLD.record(EntryJson.read("""
                        {"entryId": "0198c5a0-0000-7000-8000-000000000001", "territory": "marseille",
                         "type": "coordination-carrier-changed", "effective": "2019",
                         "carrier": {"id": "adpei", "name": "ADPEI"}}
                        """), EntryJson.read("""
                        {"entryId": "0198c5a0-0000-7000-8000-000000000002", "territory": "marseille",
                         "type": "coordination-carrier-changed", "effective": "2023",
                         "carrier": {"id": "hpf", "name": "HPF"}}
                        """));

        JsonNode second =
                lines(new Replay.Wish("marseille", DAY, Long.MAX_VALUE, false)).get(1);

        assertThat(second.at("/moved/0/subject").asString("")).isEqualTo("coordination-carrier");
        assertThat(second.at("/moved/0/before/0/possible").asString("")).isEqualTo("2019-01-01/..");
        assertThat(second.at("/moved/0/after/0/possible").asString("")).isEqualTo("2019-01-01/2023-12-30");
        assertThat(second.at("/moved/0/after/0/certain").asString("")).isEqualTo("2019-12-31/2022-12-31");
        assertThat(second.at("/moved/0/after/1/value/carrier/id").asString("")).isEqualTo("hpf");
        assertThat(second.has("before")).isFalse();
    }

    @Test
    void it_stops_at_the_position_asked_for() {
        WORLD.record(new RandomEntries(7, "lyon").next(10));
        assertThat(lines(new Replay.Wish("lyon", DAY, 3, false))).hasSize(3);
        assertThat(new Replay(WORLD.log).of(new Replay.Wish("atlantide", DAY, 3, false)))
                .isEmpty();
    }

    @Test
    void an_entry_that_cannot_be_read_ends_it_with_a_line_that_says_so() {
        WORLD.record(new RandomEntries(8, "nantes").next(10));
        WORLD.admin
                .sql("update events.event set type = 'unheard-of' where territory = 'nantes' and position = 6")
                .update();

        List<JsonNode> lines = lines(new Replay.Wish("nantes", DAY, Long.MAX_VALUE, false));

        assertThat(lines).hasSize(6);
        assertThat(lines.get(4).has("state")).isTrue();
        assertThat(lines.get(5).at("/error/code").asString("")).isEqualTo("unreadable-entry");
        assertThat(lines.get(5).path("position").longValue()).isEqualTo(6);
    }

    @Test
    void an_entry_that_is_gone_ends_it_too() {
        WORLD.record(new RandomEntries(9, "rouen").next(10));
        WORLD.admin
                .sql("delete from events.event where territory = 'rouen' and position = 4")
                .update();

        List<JsonNode> lines = lines(new Replay.Wish("rouen", DAY, Long.MAX_VALUE, false));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(3).at("/error/code").asString("")).isEqualTo("entry-out-of-order");
    }

    private static List<ReplayStep> steps(Replay.Wish wish) {
        List<ReplayStep> steps = new ArrayList<>();
        new Replay(WORLD.log).of(wish).orElseThrow().forEachRemaining(steps::add);
        return steps;
    }

    /** As they are written. */
    private static List<JsonNode> lines(Replay.Wish wish) {
        return steps(wish).stream().map(step -> Json.parse(Json.text(step))).toList();
    }
}
