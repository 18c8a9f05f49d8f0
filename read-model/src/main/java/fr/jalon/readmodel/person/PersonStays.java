package fr.jalon.readmodel.person;

import fr.jalon.events.json.Json;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** On which days registers know of persons, as all is known now; asked for seldom: it looks at all entries. */
public final class PersonStays {
    private final JdbcClient jdbc;

    public PersonStays(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /**
     * That a person was there, or was named.
     *
     * @param role as what, by the first word of the type of the entry that says so: {@code coordinator}, {@code team},
     *     {@code contribution}
     * @param since the first day that may be; null where no beginning is known
     * @param last the last day that may be; null where no end is known
     */
    public record Stay(
            String person,
            String territory,
            String role,
            @Nullable LocalDate since,
            @Nullable LocalDate last) {}

    /** That a territory was given money, on days as of a {@link Stay}. */
    public record Given(
            String territory,
            @Nullable LocalDate since,
            @Nullable LocalDate last) {}

    /** Every stay of everybody: facts and announcements over their days, each entry that names a person by its own. */
    public List<Stay> all() {
        return Stream.concat(facts(), named()).toList();
    }

    private Stream<Stay> facts() {
        return jdbc
                .sql("""
                        select value -> 'person' ->> 'id' as person, territory,
                               split_part(coalesce(nullif(subject, 'outlook'), value ->> 'type'), '-', 1) as role,
                               lower(possible) as since, upper(possible) - 1 as last
                        from projection.span
                        where subject in ('coordinator', 'team', 'outlook') and upper_inf(recorded)
                            and value -> 'person' ->> 'id' is not null
                        """)
                .query((row, _) -> new Stay(
                        text(row, "person"),
                        text(row, "territory"),
                        text(row, "role"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list()
                .stream();
    }

    private Stream<Stay> named() {
        return jdbc
                .sql("""
                        select territory, content, recorded_at
                        from projection.entry
                        where content::jsonb -> 'person' is not null
                            or content::jsonb #> '{entry,person}' is not null
                        """)
                .query((row, _) -> named(
                        text(row, "territory"),
                        Json.stored(text(row, "content")),
                        LocalDate.ofInstant(
                                row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                Days.ZONE)))
                .list()
                .stream();
    }

    private static Stay named(String territory, JsonNode entry, LocalDate recordedOn) {
        JsonNode content = entry.path("entry").isObject() ? entry.path("entry") : entry;
        JsonNode person = content.path("person");
        String type = content.path("type").asString("");
        LocalDate last = lastDay(content.path("effective").asString(""), recordedOn);
        return new Stay(person.path("id").asString(person.asString("")), territory, type.split("-", 2)[0], last, last);
    }

    /** The last day that an entry speaks of; the one on which it was recorded where it says none. */
    private static LocalDate lastDay(String written, LocalDate otherwise) {
        if (written.isEmpty()) {
            return otherwise;
        }
        Effective effective = Effective.parse(written);
        Window start = effective.start().window();
        Window over = effective instanceof Period period ? period.over() : null;
        return Stream.of(over == null ? start.latest() : over.dayBefore().latest(), start.latest(), start.earliest())
                .filter(Days::isBounded)
                .findFirst()
                .orElse(otherwise);
    }

    /** What these organisations gave, and for how long. */
    public List<Given> givenBy(Collection<String> organisations) {
        return jdbc.sql("""
                        select territory, lower(possible) as since, upper(possible) - 1 as last
                        from projection.span
                        where subject = 'funding' and upper_inf(recorded)
                            and value -> 'funder' ->> 'id' = any (:organisations)
                        """)
                .param("organisations", organisations.toArray(String[]::new))
                .query((row, _) -> new Given(
                        text(row, "territory"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list();
    }

    /** What persons are called, by their ids: sealed, as it was recorded last. */
    public Map<String, String> names() {
        return jdbc.sql("""
                        select distinct on (key) split_part(key, '/', 2) as person, value ->> 'name' as name
                        from projection.span
                        where subject = 'name' and key like 'person/%' and upper_inf(recorded)
                        order by key, lower(recorded) desc, territory
                        """).query((row, _) -> Map.entry(text(row, "person"), text(row, "name"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
