package fr.jalon.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaffeineCacheTest {
    private final CaffeineCache cache = new CaffeineCache(10);

    @Test
    void what_is_put_is_held_until_removed() {
        cache.put("lyon", 1);
        assertThat(cache.<String, Integer>get("lyon")).isEqualTo(1);
        assertThat(cache.putIfAbsent("lyon", 2)).isFalse();
        assertThat(cache.putIfAbsent("lille", 2)).isTrue();
        assertThat(cache.containsKey("lille")).isTrue();
        assertThat(cache.remove("lyon")).isTrue();
        assertThat(cache.remove("lyon")).isFalse();
        assertThat(cache.<String, Integer>get("lyon")).isNull();
        cache.removeAll();
        assertThat(cache.containsKey("lille")).isFalse();
    }

    @Test
    void a_value_is_computed_only_where_it_is_wanted() {
        assertThat(cache.computeIfAbsent("lyon", () -> 1)).isEqualTo(1);
        assertThat(cache.computeIfAbsent("lyon", () -> 2)).isEqualTo(1);
        cache.<Integer>computeIfPresent("lyon", value -> value + 1);
        cache.<Integer>computeIfPresent("lille", value -> value + 1);
        assertThat(cache.<String, Integer>get("lyon")).isEqualTo(2);
        assertThat(cache.containsKey("lille")).isFalse();
    }
}
