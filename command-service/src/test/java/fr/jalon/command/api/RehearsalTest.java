package fr.jalon.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<String> reads = new ArrayList<>();

    @Test
    void a_register_is_read_once_though_nothing_is_accepted() {
        Entry opening = entry(SampleEntries.opened("lille"));
        Register register = Register.empty().with(new Recorded(1, Instant.EPOCH, opening));
        Rehearsal rehearsal = new Rehearsal(territory -> {
            reads.add(territory);
            return new ReadRegister.Whole(register);
        });

        assertThat(rehearsal.judge(command(opening))).isInstanceOf(Decision.AlreadyRecorded.class);
        assertThat(rehearsal.judge(command(entry(SampleEntries.opened("lille")))))
                .isInstanceOf(Decision.Refused.class);
        assertThat(reads).containsExactly("lille");
    }

    @Test
    void a_register_that_could_not_be_read_is_read_again() {
        Rehearsal rehearsal = new Rehearsal(territory -> {
            reads.add(territory);
            return new ReadRegister.Incomplete(new Decision.Busy());
        });

        rehearsal.judge(command(entry(SampleEntries.opened("lille"))));
        rehearsal.judge(command(entry(SampleEntries.opened("lille"))));
        assertThat(reads).hasSize(2);
    }

    private static RecordEntry command(Entry entry) {
        return new RecordEntry(entry, null, TODAY);
    }

    private static Entry entry(String json) {
        return EntryJson.proposed(Json.parse(json), new EntryJson.Defaults(UUID.randomUUID(), null));
    }
}
