package fr.jalon.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.cli.Jalon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files that make Jalon a service of the system fit one another and the archive. */
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    @Test
    void the_unit_starts_what_the_archive_holds_as_the_user_that_is_made_on_the_data_whose_log_is_turned_over()
            throws IOException {
        String unit = unit();
        String user = only(unit, "User=(\\S+)");
        assertThat(Files.readString(DEPLOY.resolve("jalon.sysusers"))).containsPattern("(?m)^u " + user + " ");
        assertThat(only(unit, "ExecStart=/opt/jalon/(\\S+) serve ")).isEqualTo("bin/jalon");

        String data = only(unit, "--data (\\S+)");
        assertThat(data).startsWith("/var/lib/" + only(unit, "StateDirectory=(\\S+)") + "/");
        assertThat(Files.readString(DEPLOY.resolve("jalon.logrotate"))).contains(data + "/logs/postgres.log {");
    }

    @Test
    void what_the_text_the_unit_and_its_user_name_in_the_archive_is_put_there_by_the_command_that_makes_it()
            throws IOException {
        String script = Files.readString(Path.of("..", "jalon"));
        assertThat(script)
                .contains("cp \"$home/deploy/jalon-packaged\" \"$stage/bin/jalon\"")
                .contains("ln -s bin/jalon \"$stage/jalon\"")
                .contains("cp \"$home\"/deploy/jalon.* \"$stage/deploy\"")
                .contains("\"$home/docs\"")
                .contains("-XX:AOTCacheOutput=\"$stage/server.aot\"", "-XX:AOTCacheOutput=\"$stage/command.aot\"");
        assertThat(Files.readString(DEPLOY.resolve("jalon-packaged")))
                .contains("cache=server", "cache=command", "-XX:AOTCache=$home/$cache.aot")
                .contains("/runtime/bin/java", "/standalone.jar:$home/postgres/*\" " + Jalon.class.getName());
        for (String named : allNamed("/opt/jalon/([\\w./-]+\\w)")) {
            if (!named.equals("bin/jalon")) {
                assertThat(named).matches("deploy/jalon\\..*|docs/.*");
                assertThat(Path.of("..", named)).exists();
            }
        }
    }

    @Test
    void where_each_file_goes_and_where_the_data_are_is_the_same_in_all_of_them() throws IOException {
        assertThat(allNamed("(/etc/[\\w./]*jalon(?:\\.\\w+)?)"))
                .containsOnly("/etc/jalon.env", "/etc/sysusers.d/jalon.conf", "/etc/logrotate.d/jalon");
        assertThat(allNamed("(/var/lib/[\\w-]+)")).containsOnly("/var/lib/jalon");
        assertThat(allNamed("sudo -u (\\S+)")).containsOnly(only(unit(), "User=(\\S+)"));
    }

    /** What the text for operators and the files it speaks of name so. */
    private static Set<String> allNamed(String pattern) throws IOException {
        String all = unit()
                + Files.readString(DEPLOY.resolve("jalon.sysusers"))
                + Files.readString(DEPLOY.resolve("jalon.logrotate"))
                + Files.readString(Path.of("..", "docs", "operations.md"));
        return Pattern.compile(pattern)
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    private static String unit() throws IOException {
        return Files.readString(DEPLOY.resolve("jalon.service"));
    }

    @Test
    void its_stop_is_for_jalon_alone_and_what_starting_again_does_not_mend_is_not_started_again() throws IOException {
        String unit = unit();
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
