package fr.jalon.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons forgotten: one account asks, another confirms, and in that transaction the key is destroyed. What was done
 * stays written down, and no more who it was.
 */
public final class Erasures {
    private final JdbcClient jdbc;

    public Erasures(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * An erasure.
     *
     * @param person of whom it is asked; null once it is done
     * @param confirmedBy null as long as it is only asked for
     */
    public record Erasure(
            long number,
            @Nullable String person,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {}

    /** Asks for it, or confirms what another account asked for; nothing where there is nobody to forget. */
    public Optional<Erasure> erase(String person, String account, String reason) {
        return jdbc.sql("select number from people.erase(:person, :account, :reason)")
                .param("person", person)
                .param("account", account)
                .param("reason", reason)
                .query(Long.class)
                .optional()
                .flatMap(number -> read("where number = " + number).stream().findFirst());
    }

    /** All that were asked for, the latest first. */
    public List<Erasure> all() {
        return read("");
    }

    /** Everybody who was erased: to be forgotten again once an older back-up was restored. */
    public List<String> erased() {
        return jdbc.sql("select person from people.key where wrapped is null order by person")
                .query((row, _) -> Objects.requireNonNull(row.getString("person")))
                .list();
    }

    /** Forgets those anew whom a back-up brought back; how many there were. */
    public long eraseAgain(Collection<String> persons) {
        return jdbc.sql("select people.erase_again(:persons)")
                .param("persons", persons.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<Erasure> read(String where) {
        return jdbc.sql("select * from people.erasure " + where + " order by number desc")
                .query((row, _) -> new Erasure(
                        row.getLong("number"),
                        row.getString("person"),
                        row.getString("reason"),
                        row.getString("asked_by"),
                        instant(row.getObject("asked_at", OffsetDateTime.class)),
                        row.getString("confirmed_by"),
                        row.getString("confirmed_by") == null
                                ? null
                                : instant(row.getObject("confirmed_at", OffsetDateTime.class))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
