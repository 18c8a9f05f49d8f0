package fr.jalon.query.state;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.RandomRegisters;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.query.QueryServer;
import fr.jalon.query.QueryServer.Answer;
import fr.jalon.query.ReadModels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is read from the read models is what the fold of the entries known then gives, to the last attribute. */
class SameAsTheFoldTest {
    private static final QueryServer SERVER = QueryServer.shared();
    private static final ReadModels MODELS = QueryServer.sharedModels();
    private static final int ENTRIES = 40;
    private static final int QUESTIONS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void at_any_place_of_both_axes(long seed) {
        Random random = new Random(seed);
        String territory = "random-" + seed;
        List<Recorded> recorded = RandomRegisters.of(seed, territory, ENTRIES);
        recorded.forEach(each -> MODELS.record(each.recordedAt(), each.entry()));
        for (int i = 0; i < QUESTIONS; i++) {
            AsOf asOf = new AsOf(LocalDate.parse("2019-12-01").plusDays(random.nextInt(1150)));
            int position = random.nextInt(ENTRIES + 1);
            Instant knownAt = position == 0
                    ? recorded.getFirst().recordedAt().minusNanos(1_000)
                    : recorded.get(position - 1).recordedAt();
            RegisterState fold = RegisterState.of(territory, Register.of(recorded.subList(0, position)), asOf);

            Answer answer =
                    SERVER.get("/territories/" + territory, "asOf", asOf.toString(), "knownAt", knownAt.toString());
            Answer exact = SERVER.get(
                    "/territories/" + territory, "asOf", asOf.toString(), "knownAt", Integer.toString(position));
            String question = "seed %d as of %s known at %d".formatted(seed, asOf, position);

            assertThat(answer.json()).as(question).isEqualTo(json(fold, knownAt.toString()));
            assertThat(exact.json()).as(question).isEqualTo(json(fold, position == 0 ? null : knownAt.toString()));
        }
    }

    /** As it comes over the wire, where all numbers are alike. */
    private static JsonNode json(RegisterState fold, @Nullable String knownAt) {
        return Json.parse(Json.text(StateAnswer.of(fold, knownAt)));
    }
}
