package fr.jalon.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons whose name only the national team reads for a while (<i>limitation du traitement</i>): it stays recorded,
 * and what was proved stays proved.
 */
public final class Limitations {
    private final JdbcClient jdbc;

    public Limitations(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /**
     * A limitation.
     *
     * @param person whose; null once they were erased
     * @param liftedBy null as long as it is in force
     */
    public record Limitation(
            long number,
            @Nullable String person,
            String reason,
            String limitedBy,
            Instant limitedAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt,
            @Nullable String liftedFor) {}

    /** Limits a person's name; the one in force where it was limited before. Nothing where nobody has a name. */
    public Optional<Limitation> limit(String person, String account, String reason) {
        return changed("select people.limit_name(:person, :account, :reason)", person, account, reason);
    }

    /** Lifts the limitation in force; nothing where there is none. */
    public Optional<Limitation> lift(String person, String account, String reason) {
        return changed("select people.lift_limitation(:person, :account, :reason)", person, account, reason);
    }

    /** The one in force for a person. */
    public Optional<Limitation> of(String person) {
        return all().stream()
                .filter(each -> person.equals(each.person()) && each.liftedBy() == null)
                .findFirst();
    }

    /** All there were, the latest first. */
    public List<Limitation> all() {
        return read("", Map.of());
    }

    private Optional<Limitation> changed(String call, String person, String account, String reason) {
        return jdbc
                .sql(call)
                .param("person", person)
                .param("account", account)
                .param("reason", reason)
                .query(Long.class)
                .stream()
                .filter(Objects::nonNull)
                .flatMap(number -> read("where number = :number", Map.of("number", number)).stream())
                .findFirst();
    }

    private List<Limitation> read(String where, Map<String, ?> parameters) {
        return jdbc.sql("select * from people.limitation " + where + " order by number desc")
                .params(parameters)
                .query((row, _) -> {
                    OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
                    return new Limitation(
                            row.getLong("number"),
                            row.getString("person"),
                            row.getString("reason"),
                            row.getString("limited_by"),
                            row.getObject("limited_at", OffsetDateTime.class).toInstant(),
                            row.getString("lifted_by"),
                            lifted == null ? null : lifted.toInstant(),
                            row.getString("lifted_for"));
                })
                .list();
    }
}
