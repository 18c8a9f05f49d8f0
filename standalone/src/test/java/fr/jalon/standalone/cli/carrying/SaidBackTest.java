package fr.jalon.standalone.cli.carrying;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SaidBackTest {
    @Test
    void a_spreadsheets_day_is_said_back_as_words_are_and_a_day_typed_in_figures_is_not() {
        SaidBack dates = new SaidBack("dates");
        dates.take(JsonMapper.shared().readTree("""
                {"dates": [
                {"written": "2023-05-01", "read": "2023-05-01", "detail": "made of mai 2023"},
                {"written": "26/01/2023", "read": "2023-01-26", "detail": "in figures"},
                {"written": "mi-mars 2023", "read": "2023-03", "detail": "in words"}]}"""));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int done = Surroundings.ofProcess().run(() -> {
            dates.print(out);
            out.flush();
            return 0;
        });

        assertThat(done).isZero();
        assertThat(said.toString().lines().skip(1)).containsExactly("  made of mai 2023", "  in words");
    }
}
