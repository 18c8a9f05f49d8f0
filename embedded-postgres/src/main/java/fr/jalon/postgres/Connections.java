package fr.jalon.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How the roles reach a server of ours, whoever started it: on this machine, each with its password. */
record Connections(int port, Secrets secrets) {
    static final String HOST = "127.0.0.1";

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    DataSource dataSource(DatabaseRole role, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        // In parts: set as a whole, the address comes to hold every property there is, and Flyway reads it for long.
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(role.user());
        source.setPassword(secrets.password(role));
        return source;
    }
}
