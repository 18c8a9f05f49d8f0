package fr.jalon.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "un-cheval-gris-dort",
                "correct horse battery",
                "xK9!vq2#Lp0z",
                "ebaubi tricycle vert",
                "vf3kq-8w2mp-7hnzc-4xjtd-ba9ry"
            })
    void one_that_takes_long_to_guess_will_do_whatever_it_is_made_of(String password) {
        assertThat(PasswordRule.brokenBy(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2024",
                "motdepasse2024",
                "azertyuiop12",
                "qwertyuiop12",
                "123456789012",
                "abcdefghijkl",
                "jalon-demo-2024",
                "Convergence2023!",
                "coordinator-lille",
                "Administrateur1",
                "jeanmichel1975"
            })
    void one_that_is_known_or_soon_guessed_is_common(String password) {
        assertThat(PasswordRule.brokenBy(password)).contains(PasswordRule.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "soleil soleil soleil",
                "xK9!vqxK9!vq",
                "Bonjour-bonjour",
                "01/01/198001/01/1980"
            })
    void one_thing_said_again_and_again_is_no_password(String password) {
        assertThat(PasswordRule.brokenBy(password)).contains(PasswordRule.REPEATED);
    }

    @Test
    void one_has_twelve_characters_at_least_and_what_bcrypt_takes_in_at_most() {
        assertThat(PasswordRule.brokenBy("xK9!vq2#Lp0")).contains(PasswordRule.LENGTH);
        assertThat(PasswordRule.brokenBy("é".repeat(37))).contains(PasswordRule.LENGTH);
        assertThat(PasswordRule.brokenBy("")).contains(PasswordRule.LENGTH);
    }

    @Test
    void no_account_is_made_with_a_password_that_breaks_a_rule() {
        DataSource owner = TestDatabase.fresh().dataSource(fr.jalon.postgres.DatabaseRole.OWNER);
        StoredAccounts.migrate(owner);
        StoredAccounts accounts = new StoredAccounts(owner);

        assertThatThrownBy(() -> accounts.create(Actor.of("auditor", "auditor"), "password1234"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("common")
                .hasMessageNotContaining("1234");
        assertThat(accounts.find("auditor")).isEmpty();
    }
}
