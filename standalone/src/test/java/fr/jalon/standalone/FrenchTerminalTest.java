package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.cli.Jalon;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person in front of a French terminal reads. */
class FrenchTerminalTest {
    @Test
    void tables_speak_french_down_to_the_vocabulary() throws Exception {
        assertThat(jalon("jalon-demo", "status", "marseille", "--as-of", "2022-12-31"))
                .contains("Sujet", "Porteur de la coordination  ADPEI", "Ville, Marseille", "Arrivée dans l’équipe")
                .doesNotContain("city", "coordination-carrier");
    }

    @Test
    void a_wrong_password_is_not_a_missing_one() throws Exception {
        assertThat(jalon("another", "status", "marseille")).contains("ne connaît pas ce compte");
    }

    private static String jalon(String password, String command, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(
                        Jalon.class.getName(),
                        "-Duser.language=fr",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8"))
                .redirectErrorStream(true);
        builder.command().add(command);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JALON_URL", DemoServer.running().address().toString());
        builder.environment().put("JALON_USER", "auditor");
        builder.environment().put("JALON_PASSWORD", password);
        try (InputStream said = builder.start().getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
