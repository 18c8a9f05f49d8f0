package fr.jalon.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final Leaf LEAF = new Leaf(
            new UUID(0, 1),
            "lille",
            3,
            Instant.parse("2023-02-22T10:00:00.000001Z"),
            "watchpoint-raised",
            "1",
            "{\"type\":\"watchpoint-raised\",\"note\":\"né \\u00e9\"}",
            "{\"role\":\"NATIONAL\",\"actor\":\"national\"}");

    @Test
    void a_leaf_is_canonical_json_of_all_that_is_stored() {
        assertThat(new String(LEAF.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                {"id":"00000000-0000-0000-0000-000000000001","metadata":{"actor":"national","role":"NATIONAL"},\
                "payload":{"note":"né é","type":"watchpoint-raised"},"position":3,\
                "recordedAt":"2023-02-22T10:00:00.000001Z","revision":"1","territory":"lille",\
                "type":"watchpoint-raised"}""");
    }

    @Test
    void each_component_counts() {
        assertThat(List.of(
                        LEAF.hash(),
                        with("nantes", 3, "1", LEAF.payload(), LEAF.metadata()),
                        with("lille", 4, "1", LEAF.payload(), LEAF.metadata()),
                        with("lille", 3, "2", LEAF.payload(), LEAF.metadata()),
                        with("lille", 3, "1", "{\"type\":\"watchpoint-raised\"}", LEAF.metadata()),
                        with("lille", 3, "1", LEAF.payload(), "{\"actor\":\"national\"}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_breaks_out_of_its_place_is_refused() {
        assertThatThrownBy(() -> with("lille", 3, "1", "{}", "{},\"payload\":{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with("lille", 3, "1", "{\"a\":1,\"a\":2}", "{}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with("lille", 3, "1", "", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThat(with("li\"lle\\\n", 3, "1", "{}", "{}")).isNotEqualTo(with("li'lle", 3, "1", "{}", "{}"));
    }

    private static Hash with(String territory, long position, String revision, String payload, String metadata) {
        return new Leaf(LEAF.id(), territory, position, LEAF.recordedAt(), LEAF.type(), revision, payload, metadata)
                .hash();
    }
}
