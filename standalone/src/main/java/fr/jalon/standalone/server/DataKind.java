package fr.jalon.standalone.server;

import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.postgres.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a data directory holds, said by a file in it from its first start on: somebody's register, or a demonstration
 * with known passwords. Neither is ever served as the other.
 */
enum DataKind {
    REGISTER,
    DEMO;

    static final String FILE = "jalon.kind";

    static DataKind of(Options options) {
        return options.demo() ? DEMO : REGISTER;
    }

    /**
     * Sees to it that the data are of this kind, or of none yet. Nothing is changed.
     *
     * @throws DataOfAnotherKind if they are of the other
     */
    void require(Path data, EmbeddedPostgres postgres) {
        DataKind found = marked(data).or(() -> byContent(postgres)).orElse(this);
        if (found != this) {
            throw new DataOfAnotherKind(data, found);
        }
    }

    /** Marks the data as being of this kind: they were served so. */
    void mark(Path data) {
        try {
            Files.writeString(PrivateDirectory.file(data.resolve(FILE)), word() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** None where the mark was not written to its end either. */
    static Optional<DataKind> marked(Path data) {
        try {
            Path file = data.resolve(FILE);
            String word = Files.exists(file) ? Files.readString(file).strip() : "";
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Data from before the mark, or put back from a dump. A register has an account from its first start on, unless it
     * was served by several processes; a demonstration has none, and begins with its example.
     */
    private static Optional<DataKind> byContent(EmbeddedPostgres postgres) {
        JdbcClient database = JdbcClient.create(postgres.dataSource(DatabaseRole.OWNER));
        if (exists(database, "access.account") && isSo(database, "select exists (select from access.account)")) {
            return Optional.of(REGISTER);
        }
        if (!exists(database, "events.event") || isSo(database, "select not exists (select from events.event)")) {
            return Optional.empty();
        }
        boolean example = database.sql("select exists (select from events.event where territory = :example)")
                .param("example", Demo.EXAMPLE)
                .query(Boolean.class)
                .single();
        return Optional.of(example ? DEMO : REGISTER);
    }

    private static boolean exists(JdbcClient database, String table) {
        return database.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private static boolean isSo(JdbcClient database, String question) {
        return database.sql(question).query(Boolean.class).single();
    }
}
