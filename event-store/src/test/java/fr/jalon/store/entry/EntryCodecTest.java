package fr.jalon.store.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Revisions;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
    private static final Register REGISTER =
            Register.empty().with(new Recorded(1, Instant.parse("2024-01-01T00:00:00.000001Z"), EntryJson.read("""
                    {"entryId": "00000000-0000-4000-8000-000000000001", "territory": "lille", "type": "territory-opened",
                     "effective": "2015", "name": "Lille", "kind": "city"}""")));

    private final EntryCodec today = EntryCodec.CURRENT;

    @Test
    void a_snapshot_reads_back_as_the_register_it_was() {
        Register read = (Register) today.decode("register", today.revisionOf(REGISTER), today.encode(REGISTER));

        assertThat(read.entries()).isEqualTo(REGISTER.entries());
    }

    @Test
    void a_snapshot_from_before_any_type_took_another_shape_is_not_read() {
        EntryCodec tomorrow =
                new EntryCodec(new Revisions(List.of(new Revisions.Lift("funding-granted", 1, entry -> entry))));

        assertThat(tomorrow.revisionOf(REGISTER)).isNotEqualTo(today.revisionOf(REGISTER));
        assertThatThrownBy(() -> tomorrow.decode("register", today.revisionOf(REGISTER), today.encode(REGISTER)))
                .hasMessageContaining("unknown revision");
    }
}
