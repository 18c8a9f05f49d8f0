package fr.jalon.readmodel.person;

import fr.jalon.events.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The entries that name a person. */
public final class PersonEntries {
    private static final int PART = 1000;

    private final JdbcClient jdbc;

    public PersonEntries(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** An entry, and its place. */
    public record Named(String territory, long position, UUID entryId, Instant recordedAt, JsonNode content) {}

    /** Those of a person, of all territories; asked for seldom, so it looks through all entries. */
    public List<Named> of(String person) {
        return jdbc.sql("""
                        select territory, position, entry_id, recorded_at, content
                        from projection.entry
                        where :person in (
                            content::jsonb -> 'person' ->> 'id', content::jsonb ->> 'person',
                            content::jsonb #>> '{entry,person,id}', content::jsonb #>> '{entry,person}')
                        order by territory, position
                        """)
                .param("person", person)
                .query((row, _) -> named(row))
                .list();
    }

    /** Every entry there is, in order; asked for seldom, a part at a time. */
    public void each(Consumer<Named> taken) {
        List<Named> part = after("", 0);
        while (!part.isEmpty()) {
            part.forEach(taken);
            part = after(part.getLast().territory(), part.getLast().position());
        }
    }

    private List<Named> after(String territory, long position) {
        return jdbc.sql("""
                        select territory, position, entry_id, recorded_at, content
                        from projection.entry
                        where (territory, position) > (:territory, :position)
                        order by territory, position limit :part
                        """)
                .param("territory", territory)
                .param("position", position)
                .param("part", PART)
                .query((row, _) -> named(row))
                .list();
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(
                row.getString("territory"),
                row.getLong("position"),
                row.getObject("entry_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Json.stored(row.getString("content")));
    }
}
