package fr.jalon.readmodel.question;

import fr.jalon.answers.Fact;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.timeline.Certainty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.RowMapper;

/** What the rows of the read models mean. */
final class ResultRows {
    private static final Map<String, SubjectKind> KINDS =
            SubjectKind.all().stream().collect(Collectors.toMap(SubjectKind::code, Function.identity()));

    /**
     * A row that says which copy it is of, joined with what a statement finds, of which there may be nothing. The copy
     * is named after the tables: a statement that waits for them finds those that it reads, and then their names.
     */
    static final String OF_COPY = """
            select found.*, 'projection.territory'::regclass::oid::bigint as copy
            from (select) one
            left join lateral (%s) found on true
            """;

    private ResultRows() {}

    /** A row of {@code span} on a day. */
    static Subject subject(ResultSet row) throws SQLException {
        SubjectKind kind = KINDS.get(row.getString("subject"));
        if (kind == null) {
            throw new IllegalStateException("A span of an unknown kind: " + row.getString("subject"));
        }
        return new Subject(kind, row.getString("key"));
    }

    static Fact fact(ResultSet row) throws SQLException {
        return Fact.of(
                subject(row),
                Json.stored(row.getString("value")),
                certainty(row, "is_certain"),
                certainty(row, "is_held"),
                row.getString("since"),
                row.getString("until"),
                List.of((UUID[]) row.getArray("entries").getArray()),
                row.getBoolean("contested"));
    }

    private static Certainty certainty(ResultSet row, String column) throws SQLException {
        return row.getBoolean(column) ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    /**
     * Of a row that says how far its territory is read: a rebuild may have put another copy in the place of the one
     * that was asked before, in which the territory is parked.
     *
     * @throws TransientDataAccessResourceException if it is read less far than was found before
     */
    static void requireReadThrough(long position, ResultSet row) throws SQLException {
        if (row.getLong("read_through") < position) {
            throw behind();
        }
    }

    /**
     * Of a row that says which copy it is of.
     *
     * @throws TransientDataAccessResourceException if a rebuild has put another in its place since this frontier
     */
    static void requireSameCopy(Frontier frontier, ResultSet row) throws SQLException {
        if (row.getLong("copy") != frontier.copy()) {
            throw behind();
        }
    }

    /**
     * What is found, row by row, where the statement says {@link #OF_COPY which copy it is of} even if nothing is.
     *
     * @param key a column that is null if nothing is found
     */
    static <T> List<T> ofSameCopy(Frontier frontier, ResultSet rows, String key, RowMapper<T> found)
            throws SQLException {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
            requireSameCopy(frontier, rows);
            if (rows.getString(key) != null) {
                all.add(found.mapRow(rows, all.size()));
            }
        }
        return all;
    }

    static TransientDataAccessResourceException behind() {
        return new TransientDataAccessResourceException("The read models are behind what they were");
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
