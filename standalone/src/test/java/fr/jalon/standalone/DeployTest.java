package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files that make Jalon a service of the system fit one another and the archive. */
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    @Test
    void the_unit_starts_what_the_archive_holds_as_the_user_that_is_made_on_the_data_whose_log_is_turned_over()
            throws IOException {
        String unit = Files.readString(DEPLOY.resolve("jalon.service"));
        String user = only(unit, "User=(\\S+)");
        assertThat(Files.readString(DEPLOY.resolve("jalon.sysusers"))).containsPattern("(?m)^u " + user + " ");
        assertThat(only(unit, "ExecStart=/opt/jalon/(\\S+) serve ")).isEqualTo("bin/jalon");
        assertThat(Files.readString(Path.of("..", "jalon"))).contains("deploy/jalon-packaged\" \"$stage/bin/jalon\"");

        String data = only(unit, "--data (\\S+)");
        assertThat(data).startsWith("/var/lib/" + only(unit, "StateDirectory=(\\S+)") + "/");
        assertThat(Files.readString(DEPLOY.resolve("jalon.logrotate"))).contains(data + "/logs/postgres.log {");
    }

    @Test
    void its_stop_is_for_jalon_alone_and_what_starting_again_does_not_mend_is_not_started_again() throws IOException {
        String unit = Files.readString(DEPLOY.resolve("jalon.service"));
        assertThat(only(unit, "KillMode=(\\S+)")).isEqualTo("mixed");
        assertThat(List.of(only(unit, "RestartPreventExitStatus=(.+)").split(" ")))
                .containsExactly("1", "2", "77", "78");
    }

    private static String only(String text, String pattern) {
        List<String> found = Pattern.compile("(?m)^(?!#).*" + pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst();
    }
}
