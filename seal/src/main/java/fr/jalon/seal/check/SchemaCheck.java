package fr.jalon.seal.check;

import fr.jalon.seal.check.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the database's own catalogue against what the migrations make of an empty database: tables, rights, functions,
 * triggers, one line each.
 */
final class SchemaCheck implements Check {
    private static final String CATALOGUE = resource("catalogue.sql");
    private static final Set<String> EXPECTED =
            new TreeSet<>(resource("catalogue.txt").lines().toList());

    private final JdbcClient jdbc;

    SchemaCheck(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public void run(Findings findings, Listener listener) {
        Set<String> actual = new TreeSet<>(lines());
        EXPECTED.stream()
                .filter(line -> !actual.contains(line))
                .forEach(line -> findings.add(Kind.SCHEMA, "is gone or another: " + line));
        actual.stream()
                .filter(line -> !EXPECTED.contains(line))
                .forEach(line -> findings.add(Kind.SCHEMA, "is not Jalon's: " + line));
    }

    /** The catalogue as it is, in the form of the file that it is held against. */
    List<String> lines() {
        return jdbc.sql(CATALOGUE)
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    private static String resource(String name) {
        try (InputStream text = SchemaCheck.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
