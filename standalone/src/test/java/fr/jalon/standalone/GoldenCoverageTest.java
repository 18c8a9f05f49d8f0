package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of the contract the golden answers hold: every call, every code but those that are named here. */
class GoldenCoverageTest {
    /** Codes without a golden answer: what has to go wrong for each cannot be asked for. */
    private static final Map<String, String> NOT_ASKED_FOR = Map.ofEntries(
            Map.entry("address-too-long", "another web server: this one says bad-request"),
            Map.entry("headers-too-large", "another web server: this one says bad-request"),
            Map.entry("request-timeout", "a sender slower than the grace of half a minute"),
            Map.entry("too-many-attempts", "wrong passwords, which shut others out for minutes"),
            Map.entry("text-redacted", "an entry sealed before it was redacted: those of the answers are in clear"),
            Map.entry("second-factor-needed", "an account with a second factor, which no call gives it"),
            Map.entry("too-many-at-once", "more at once than an account may have under way"),
            Map.entry("too-many-readers", "more readers of the changes than there are places"),
            Map.entry("internal-error", "a fault of ours"),
            Map.entry("unavailable", "a database that is away"),
            Map.entry("register-unreadable", "an entry of a newer version"),
            Map.entry("undecodable-entry", "an entry of a newer version"),
            Map.entry("altered-entry", "an entry altered in the database"),
            Map.entry("not-sealed", "a notary that does not get on"),
            Map.entry("no-signing-key", "a process without the key"),
            Map.entry("accounts-elsewhere", "accounts in a file"),
            Map.entry("rebuild-running", "a rebuild in another process"),
            Map.entry("too-many-readings", "dozens of entries within one window"),
            Map.entry("pack-too-large", "a register of hundreds of megabytes"),
            Map.entry("too-many-drafts", "a hundred drafts"),
            Map.entry("workbook-too-large", "a workbook of tens of megabytes"),
            Map.entry("refused", "the title of every broken rule, whose own code is told"));

    @Test
    void every_request_has_its_answer_and_every_answer_its_request() throws IOException {
        List<String> names =
                GoldenRequest.all().stream().map(GoldenRequest::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(GoldenFiles.answers()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void every_call_of_the_contract_has_an_answer_that_is_no_problem() throws IOException {
        List<String> answered = new ArrayList<>();
        for (GoldenRequest request : GoldenRequest.all()) {
            if (answer(request.name()).startsWith("HTTP 2")) {
                answered.add(request.method() + " " + request.path().split("\\?", 2)[0]);
            }
        }
        assertThat(calls())
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(answered)
                        .anyMatch(Pattern.compile(call.replaceAll("\\{\\w+}", "[^/]+"))
                                .asMatchPredicate()));
    }

    @Test
    void every_code_is_in_an_answer_or_cannot_be_asked_for() throws IOException {
        StringBuilder answers = new StringBuilder();
        for (String name : GoldenFiles.answers()) {
            answers.append(answer(name));
        }
        Set<String> missing = new TreeSet<>(codes("problems", "faults", "refusals", "tables"));
        missing.removeIf(code -> answers.indexOf("\"code\":\"" + code + "\"") >= 0);

        assertThat(missing).containsExactlyInAnyOrderElementsOf(NOT_ASKED_FOR.keySet());
    }

    private static List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        String contract = answer("vocabulary/contract").split("\n\n", 2)[1];
        for (Map.Entry<String, JsonNode> path :
                JsonMapper.shared().readTree(contract).path("paths").properties()) {
            for (String method : path.getValue().propertyNames()) {
                calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        return calls;
    }

    /** Those that have a sentence, wherever it stands. */
    static Set<String> codes(String... kinds) throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String kind : kinds) {
            for (Resource sentences : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:fr/jalon/**/" + kind + "_en.properties")) {
                Properties read = PropertiesLoaderUtils.loadProperties(sentences);
                codes.addAll(read.stringPropertyNames());
            }
        }
        codes.removeIf(code -> code.contains("."));
        return codes;
    }

    private static String answer(String name) throws IOException {
        return new String(Files.readAllBytes(GoldenFiles.answer(name)), UTF_8);
    }
}
