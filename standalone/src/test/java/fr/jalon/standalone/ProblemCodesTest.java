package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Code;
import fr.jalon.web.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The codes that the contract lists for each call, held against the sentences there are and what was answered. */
class ProblemCodesTest {
    /** Before any call is found, or of an address that takes other methods. */
    private static final Set<String> OF_NO_CALL = Set.of("method-not-allowed");

    /** Of one line among many, where the answer as a whole is none. */
    private static final String TITLE_OF_ALL_REFUSALS = "refused";

    private static final Pattern ANSWERED =
            Pattern.compile("^HTTP (\\d+)\n.*\"status\":(\\d+),.*\"code\":\"([a-z-]+)\",\"errors\":", Pattern.DOTALL);

    private final Contract contract =
            Contract.of(new Asking(DemoServer.running().address(), "national"));

    @Test
    void every_code_that_has_a_sentence_is_in_the_register_of_codes_and_no_other() throws IOException {
        Set<String> said = new HashSet<>(GoldenCoverageTest.codes("problems", "refusals"));
        said.remove(TITLE_OF_ALL_REFUSALS);

        assertThat(Arrays.stream(ProblemCode.values()).map(Code::code)).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void every_code_is_listed_with_its_status_by_some_call() {
        assertThat(ProblemCode.values())
                .filteredOn(code -> !OF_NO_CALL.contains(code.code()))
                .allSatisfy(code -> assertThat(contract.operations())
                        .as(code.code())
                        .anyMatch(call -> call.codes(code.status()).contains(code.code())));
    }

    @TestFactory
    Stream<DynamicTest> a_problem_that_was_answered_is_listed_by_its_call() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenRequest request : GoldenRequest.all()) {
            Matcher problem =
                    ANSWERED.matcher(new String(Files.readAllBytes(GoldenFiles.answer(request.name())), UTF_8));
            contract.call(request)
                    .filter(call -> problem.find() && problem.group(1).equals(problem.group(2)))
                    .ifPresent(call -> tests.add(DynamicTest.dynamicTest(
                            request.name(),
                            () -> assertThat(call.codes(Integer.parseInt(problem.group(1))))
                                    .contains(problem.group(3)))));
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests.stream();
    }
}
