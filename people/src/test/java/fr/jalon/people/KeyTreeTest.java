package fr.jalon.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTreeTest {
    private static final byte[] ROOT = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Random random = new Random(17);

    private String way() {
        return "%016x".formatted(random.nextLong());
    }

    @Test
    void one_key_after_another_is_destroyed_and_every_other_stays_what_it_was() {
        KeyTree whole = KeyTree.of(ROOT);
        Map<String, byte[]> kept = new HashMap<>(Map.of("", ROOT));
        List<String> gone = new ArrayList<>();
        List<String> others = Stream.generate(this::way).limit(200).toList();

        for (int i = 0; i < 20; i++) {
            // Beside one another too, down to the last step.
            String way = i % 2 == 0 ? way() : gone.getLast().substring(0, 15) + "0123456789abcdef".charAt(i % 16);
            kept.putAll(new KeyTree(kept).without(way));
            gone.add(way);
            KeyTree left = new KeyTree(kept);

            assertThat(gone).allSatisfy(each -> assertThat(left.key(each)).isNull());
            assertThat(others).allSatisfy(each -> assertThat(left.key(each)).isEqualTo(whole.key(each)));
        }
        String sister = gone.getFirst().substring(0, 15) + (gone.getFirst().endsWith("f") ? "e" : "f");
        assertThat(new KeyTree(kept).key(sister)).isEqualTo(gone.contains(sister) ? null : whole.key(sister));
    }

    @Test
    void nothing_above_a_key_that_is_gone_is_left_in_what_is_kept() {
        String way = way();
        KeyTree whole = KeyTree.of(ROOT);
        Map<String, byte[]> kept = new HashMap<>(Map.of("", ROOT));
        kept.putAll(whole.without(way));

        String all = kept.values().stream().map(KeyTreeTest::latin).reduce("", String::concat);
        for (int steps = 0; steps <= way.length(); steps++) {
            assertThat(all).doesNotContain(latin(Objects.requireNonNull(whole.key(way.substring(0, steps)))));
            assertThat(new KeyTree(kept).key(way.substring(0, steps))).isNull();
        }
        assertThat(new KeyTree(kept).without(way)).isEmpty();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
