package fr.jalon.standalone.cli.operating;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.language.Language;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the demonstration says at the end of its start. */
class DemoCommandTest {
    private static final Pattern ACCOUNTS = Pattern.compile("(?:comme|as) ([a-z-]+), ([a-z-]+) (?:ou|or) ([a-z-]+)");

    @ParameterizedTest
    @EnumSource
    void it_says_which_address_to_open_and_as_whom(Language language) {
        String said = Messages.in(language).getString("demo.open");
        MatchResult accounts = ACCOUNTS.matcher(said).results().findFirst().orElseThrow();
        List<String> there = DemoAccounts.actors().stream().map(Actor::name).toList();

        assertThat(said).contains("{0}/console", "{1}");
        assertThat(there).contains(accounts.group(1), accounts.group(2), accounts.group(3));
    }
}
