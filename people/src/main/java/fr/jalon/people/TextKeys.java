package fr.jalon.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of texts, a tree for each territory, wrapped in the schema {@code people}: one row as long as none was
 * destroyed. Remembered for less than a second, as those of persons are.
 */
public final class TextKeys {
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int MOST = 10_000;

    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final KeyWrap wrap;
    private final Cache<String, Long> redactions =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    private final Cache<String, Grown> fresh =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** The same, to be looked at again: a tree changes by a redaction alone. */
    private final Cache<String, Grown> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public TextKeys(DataSource database, KeyWrap wrap) {
        this.jdbc = JdbcClient.create(database);
        this.wrap = wrap;
    }

    /** Whether the keys that are there were wrapped under this one: under another no text can be read or recorded. */
    public boolean areOurs() {
        try {
            return jdbc.sql("select territory, way, wrapped from people.text_key limit 1")
                    .query((row, _) -> opens(row.getBytes("wrapped"), row.getString("territory"), row.getString("way")))
                    .optional()
                    .orElse(true);
        } catch (BadSqlGrammarException notMadeYet) {
            return true;
        }
    }

    private boolean opens(byte[] wrapped, String territory, String way) {
        try {
            return wrap.unwrap(wrapped, belongsTo(territory, way)).length >= Cipher.KEY_BYTES;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    /** A tree, after so many redactions. */
    private record Grown(long redactions, KeyTree keys) {}

    /** The trees of these territories; empty ones where nothing was sealed there yet. */
    Map<String, KeyTree> of(Collection<String> territories) {
        Map<String, KeyTree> trees = new HashMap<>();
        List<String> asked = new ArrayList<>();
        for (String territory : territories) {
            Grown tree = fresh.getIfPresent(territory);
            if (tree == null) {
                asked.add(territory);
            } else {
                trees.put(territory, tree.keys());
            }
        }
        if (!asked.isEmpty()) {
            counted(asked).forEach((territory, redactions) -> trees.put(territory, tree(territory, redactions)));
        }
        return trees;
    }

    /** The tree of one. */
    KeyTree of(String territory) {
        Grown tree = fresh.getIfPresent(territory);
        return tree == null ? Objects.requireNonNull(of(List.of(territory)).get(territory)) : tree.keys();
    }

    /** A territory's tree, begun where there is none yet. */
    KeyTree toRecordWith(String territory) {
        KeyTree tree = of(territory);
        if (!tree.isEmpty()) {
            return tree;
        }
        jdbc.sql("insert into people.text_key (territory, way, wrapped) values (:territory, '', :wrapped)"
                        + " on conflict do nothing")
                .param("territory", territory)
                .param("wrapped", wrapped(Cipher.newKey(), territory, ""))
                .update();
        fresh.invalidate(territory);
        return of(territory);
    }

    /** A territory's tree; where there is none yet, one that is kept nowhere, to try something out with. */
    KeyTree toTryWith(String territory) {
        KeyTree tree = of(territory);
        return tree.isEmpty() ? KeyTree.of(Cipher.newKey()) : tree;
    }

    private KeyTree tree(String territory, long redactions) {
        Grown before = known.getIfPresent(territory);
        Grown tree = before != null
                        && before.redactions() == redactions
                        && !before.keys().isEmpty()
                ? before
                : new Grown(redactions, read(jdbc, territory));
        known.put(territory, tree);
        fresh.put(territory, tree);
        return tree.keys();
    }

    /** How many redactions there were in each. */
    private Map<String, Long> counted(List<String> territories) {
        Map<String, Long> counted = new HashMap<>();
        jdbc.sql("""
                        select t as territory,
                               (select count(*) from people.redaction r where r.territory = t) as redactions
                        from unnest(:territories) t
                        """).param("territories", territories.toArray(String[]::new)).query(row -> {
            counted.put(row.getString("territory"), row.getLong("redactions"));
        });
        return counted;
    }

    /** As it is in the database now. */
    KeyTree read(JdbcClient within, String territory) {
        Map<String, byte[]> kept = new HashMap<>();
        within.sql("select way, wrapped from people.text_key where territory = :territory")
                .param("territory", territory)
                .query(row -> {
                    String way = Objects.requireNonNull(row.getString("way"));
                    byte[] wrapped = Objects.requireNonNull(row.getBytes("wrapped"));
                    kept.put(way, wrap.unwrap(wrapped, belongsTo(territory, way)));
                });
        return new KeyTree(kept);
    }

    byte[] wrapped(byte[] keys, String territory, String way) {
        return wrap.wrap(keys, belongsTo(territory, way));
    }

    /** Whose the keys at the end of a way are, and no person's. */
    private static String belongsTo(String territory, String way) {
        return "text/" + territory + "/" + way;
    }

    /** What makes of a word what stands for it in an index, the same for all services of a register. */
    public byte[] forWords() {
        return KeyTree.use(wrap.wrap("words".getBytes(StandardCharsets.UTF_8), "index"), 1);
    }

    /** Forgets what is remembered of a territory's, here: others do before a second is over. */
    void forget(String territory) {
        fresh.invalidate(territory);
    }

    /** How many redactions there were in all: answers are other ones after each. */
    public long redactions() {
        return redactions.get(
                ALL,
                none -> jdbc.sql("select count(*) from people.redaction")
                        .query(Long.class)
                        .single());
    }
}
