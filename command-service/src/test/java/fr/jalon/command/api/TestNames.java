package fr.jalon.command.api;

import fr.jalon.people.MasterKey;
import fr.jalon.people.NameSeal;
import fr.jalon.people.PersonKeys;
import fr.jalon.people.PersonNames;
import fr.jalon.people.TextKeys;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.TestDatabase;
import fr.jalon.store.log.Migrations;
import javax.sql.DataSource;

/** Names sealed with keys in a database of the test's own. */
public final class TestNames {
    static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private TestNames() {}

    public static PersonNames fresh() {
        return in(TestDatabase.migrated("events", Migrations::run));
    }

    /** With the keys of this database. */
    public static PersonNames in(TestDatabase database) {
        DataSource command = database.dataSource(DatabaseRole.COMMAND);
        MasterKey master = MasterKey.random();
        return new PersonNames(new NameSeal(new PersonKeys(command, master), new TextKeys(command, master)));
    }
}
