package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.TestDatabase;
import fr.jalon.web.start.RefusedStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsFileTest {
    private static final String HASH = String.valueOf(Passwords.ENCODER.encode("correct horse battery"));
    private static final String OF_MEL = String.valueOf(Passwords.ENCODER.encode("a third battery"));
    private static final String NATIONAL = "national national " + HASH;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void each_line_is_an_account_with_its_role_and_its_territory_or_organisation() throws IOException {
        Accounts accounts =
                read("""
                # the national team
                %1$s

                  lille-1   coordinator/lille   %2$s
                mel funder/mel,auditor %3$s
                """.formatted(NATIONAL, String.valueOf(Passwords.ENCODER.encode("another battery")), OF_MEL));

        assertThat(accounts.find("national").orElseThrow().actor()).isEqualTo(Actor.of("national", "national"));
        assertThat(accounts.find("lille-1").orElseThrow().actor()).isEqualTo(Actor.of("lille-1", "coordinator/lille"));
        assertThat(accounts.find("mel").orElseThrow().actor()).isEqualTo(Actor.of("mel", "auditor,funder/mel"));
        assertThat(accounts.find("mel").orElseThrow().passwordHash()).isEqualTo(OF_MEL);
        assertThat(accounts.find("#")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            National national HASH               | line 2: a name is a slug
            lille-1 coordinator HASH             | line 2, account lille-1: A coordinator has a territory
            auditor auditor/lille HASH           | line 2, account auditor: A coordinator has a territory
            lille-1 coordinator/ HASH            | line 2, account lille-1: A coordinator has a territory
            boss king HASH                       | line 2, account boss: a role is
            boss auditor, HASH                   | line 2, account boss: a role is
            auditor auditor                      | line 2, account auditor: an account is a name, a role and a hash
            auditor auditor HASH more            | line 2, account auditor: an account is a name, a role and a hash
            auditor auditor {noop}open-sesame    | line 2, account auditor: the hash is not one
            auditor auditor {bcrypt}$2a$31$abcde | line 2, account auditor: the hash is not one
            national auditor HASH                | line 2, account national: the name is given twice
            auditor auditor HASH                 | line 2, account auditor: another account has the same hash
            """)
    void an_account_that_cannot_be_understood_stops_the_start_and_is_named_without_its_hash(
            String line, String sentence) {
        assertThatThrownBy(() -> read(NATIONAL + "\n" + line.replace("HASH", HASH)))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContainingAny("bcrypt", "open-sesame");
    }

    @Test
    void a_file_without_accounts_stops_the_start() {
        assertThatThrownBy(() -> read("# nobody yet\n"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("has no account");
    }

    @Test
    void a_file_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> AccountsFile.read(directory.resolve("none")))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void where_a_file_is_named_the_accounts_in_the_database_count_no_more() throws IOException {
        DataSource owner = TestDatabase.fresh().dataSource(fr.jalon.postgres.DatabaseRole.OWNER);
        StoredAccounts.migrate(owner);
        new StoredAccounts(owner).create(Actor.of("lyon-1", "coordinator/lyon"), "correct horse battery");

        assertThat(AccountsFile.orStored("", owner).find("lyon-1")).isPresent();
        assertThat(AccountsFile.orStored(file(NATIONAL).toString(), owner).find("lyon-1"))
                .isEmpty();
    }

    private AccountsFile read(String lines) throws IOException {
        return AccountsFile.read(file(lines));
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(directory.resolve("accounts"), lines);
    }
}
