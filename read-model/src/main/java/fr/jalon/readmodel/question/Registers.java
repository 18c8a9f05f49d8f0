package fr.jalon.readmodel.question;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers folded again from their entries, for what no row tells: what would be so without some of them. */
public final class Registers {
    private final JdbcClient jdbc;

    public Registers(DataSource readModels) {
        this.jdbc = JdbcClient.create(readModels);
    }

    /** A territory's register, as far as it is known. */
    public Register of(Knowledge known) {
        return jdbc.sql("""
                        select t.position as read_through, e.position, e.recorded_at, e.content
                        from projection.territory t
                        left join projection.entry e on e.territory = t.territory and e.position <= :through
                        where t.territory = :territory
                        order by e.position
                        """)
                .param("territory", known.territory())
                .param("through", known.position())
                .query((ResultSetExtractor<Register>) rows -> register(rows, known.position()));
    }

    private static Register register(ResultSet rows, long through) throws SQLException {
        if (!rows.next()) {
            throw ResultRows.behind();
        }
        Register register = Register.empty();
        do {
            ResultRows.requireReadThrough(through, rows);
            String content = rows.getString("content");
            if (content != null) {
                register = register.with(new Recorded(
                        rows.getLong("position"),
                        Objects.requireNonNull(ResultRows.instant(rows, "recorded_at")),
                        EntryJson.read(content)));
            }
        } while (rows.next());
        return register;
    }
}
