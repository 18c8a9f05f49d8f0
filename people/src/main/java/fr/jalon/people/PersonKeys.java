package fr.jalon.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.events.language.Folded;
import fr.jalon.people.NameSeal.ErasedPersonException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of persons, each wrapped, in the schema {@code people}. They are remembered as long as nobody was erased or
 * limited, which is asked again in less than a second, so that an erasure is in force in every process by then, with
 * nobody told.
 */
public final class PersonKeys {
    private static final Duration REMEMBERED = Duration.ofMillis(500);
    private static final int ID_LETTERS = 10;
    private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";
    private static final int MOST = 10_000;

    /** What is said where {@link #areOurs} is false. */
    public static final String NOT_OURS =
            "The names of persons, and texts, were sealed under another key than the one of jalon.people.key"
                    + " or jalon.people.key-file (keys/people.key in a data directory): bring that one back.";

    private static final String ALL = "";

    private final JdbcClient jdbc;
    private final KeyWrap wrap;
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    private final Cache<String, Boolean> absent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    private final Cache<String, Changes> changes =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /** A key as it was after so many changes: after the next one it is looked at again. */
    private record Known(long after, PersonKey key) {}

    public PersonKeys(DataSource database, KeyWrap wrap) {
        this.jdbc = JdbcClient.create(database);
        this.wrap = wrap;
    }

    /** Whether the keys that are there were wrapped under this one: under another no name can be read or recorded. */
    public boolean areOurs() {
        try {
            return jdbc.sql("select person, wrapped from people.key where wrapped is not null order by made_at limit 1")
                    .query((row, _) -> opens(row.getBytes("wrapped"), row.getString("person")))
                    .optional()
                    .orElse(true);
        } catch (BadSqlGrammarException notMadeYet) {
            return true;
        }
    }

    private boolean opens(byte[] wrapped, String person) {
        try {
            return wrap.unwrap(wrapped, person).length == Cipher.KEY_BYTES;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    /**
     * What happened to persons' names so far: answers that name persons are other ones after each.
     *
     * @param number how many were erased or limited, or had that lifted
     * @param isAnyLimited whether any limitation is in force: then the national team reads what others do not
     */
    public record Changes(long number, boolean isAnyLimited) {}

    public Changes changes() {
        return changes.get(
                ALL,
                none -> jdbc.sql("""
                        select (select count(*) from people.key where wrapped is null)
                            + (select count(*) + count(lifted_at) from people.limitation) as number,
                            exists (select from people.limitation where lifted_at is null) as limited
                        """)
                        .query((row, _) -> new Changes(row.getLong("number"), row.getBoolean("limited")))
                        .single());
    }

    /** Those that there are, of these persons. */
    Map<String, PersonKey> of(Collection<String> persons) {
        long after = changes().number();
        Map<String, PersonKey> keys = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String person : persons) {
            Known here = known.getIfPresent(person);
            if (here != null && here.after() == after) {
                keys.put(person, here.key());
            } else if (absent.getIfPresent(person) == null) {
                unknown.add(person);
            }
        }
        if (!unknown.isEmpty()) {
            known.invalidateAll(unknown);
            Map<String, PersonKey> read = read(unknown);
            for (String person : unknown) {
                PersonKey key = read.get(person);
                if (key == null) {
                    absent.put(person, true);
                } else {
                    known.put(person, new Known(after, key));
                }
            }
            keys.putAll(read);
        }
        return keys;
    }

    /**
     * A person's key, made where there is none yet.
     *
     * @throws ErasedPersonException if there is none any more
     */
    PersonKey toRecordWith(String person, String pointer) {
        PersonKey key = of(List.of(person)).get(person);
        return key == null ? made(person, pointer) : key;
    }

    private PersonKey made(String person, String pointer) {
        absent.invalidate(person);
        Optional<Optional<byte[]>> kept = jdbc.sql("""
                        with made as (
                            insert into people.key (person, wrapped) values (:person, :wrapped)
                            on conflict do nothing
                            returning wrapped)
                        select wrapped from made
                        union all
                        select wrapped from people.key where person = :person
                        """)
                .param("person", person)
                .param("wrapped", wrap.wrap(Cipher.newKey(), person))
                .query((row, _) -> Optional.ofNullable(row.getBytes("wrapped")))
                .optional();
        if (kept.isEmpty()) {
            // Somebody else made it meanwhile: this statement began before that, and does not see it.
            return find(person, pointer).orElseThrow();
        }
        return kept.get()
                .map(wrapped -> new PersonKey(wrap.unwrap(wrapped, person)))
                .orElseThrow(() -> new ErasedPersonException(person, pointer));
    }

    /**
     * A person's key; where there is none yet, one that is kept nowhere, to try something out with.
     *
     * @throws ErasedPersonException if there is none any more
     */
    PersonKey toTryWith(String person, String pointer) {
        return find(person, pointer).orElseGet(() -> new PersonKey(Cipher.newKey()));
    }

    /** An id made by the wrapping key: the same for the same name, which nobody without that key can try out on it. */
    String newId(String territory, String name) {
        byte[] mixed = mixed(Folded.of(name), "id/" + territory);
        StringBuilder id = new StringBuilder("p-");
        for (int i = 0; i < ID_LETTERS; i++) {
            id.append(LETTERS.charAt((mixed[i] & 0xFF) % LETTERS.length()));
        }
        return id.toString();
    }

    /** Likewise what stands for a text in an entry's id. */
    String keyed(String territory, String text) {
        return HexFormat.of().formatHex(mixed(text, "texts/" + territory));
    }

    private byte[] mixed(String text, String belongsTo) {
        byte[] wrapped = wrap.wrap(text.getBytes(StandardCharsets.UTF_8), belongsTo);
        return Cipher.digest(new SecretKeySpec(wrapped, "HmacSHA256"));
    }

    private Optional<PersonKey> find(String person, String pointer) {
        absent.invalidate(person);
        Optional<PersonKey> key = Optional.ofNullable(of(List.of(person)).get(person));
        if (key.isEmpty() && isErased(person)) {
            throw new ErasedPersonException(person, pointer);
        }
        return key;
    }

    private boolean isErased(String person) {
        return jdbc.sql("select exists (select from people.key where person = :person and wrapped is null)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private Map<String, PersonKey> read(List<String> persons) {
        Map<String, PersonKey> read = new HashMap<>();
        jdbc.sql("""
                        select k.person, k.wrapped, l.person is not null as limited
                        from people.key k
                        left join people.limitation l on l.person = k.person and l.lifted_at is null
                        where k.person = any(:persons) and k.wrapped is not null
                        """).param("persons", persons.toArray(String[]::new)).query(row -> {
            String person = row.getString("person");
            byte[] key = wrap.unwrap(row.getBytes("wrapped"), person);
            read.put(person, new PersonKey(key, row.getBoolean("limited")));
        });
        return read;
    }
}
