package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.people.Erasures;
import fr.jalon.people.KeyWrap;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.account.Mandate;
import fr.jalon.web.account.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may call what, on their own territory and on another's: every operation of the contract has a line here. */
class PolicyTest {
    /** Each operation and how it is tried; then who may: on every territory, on their own alone, or nowhere. */
    private static final Path POLICY = Path.of("src/test/resources/house/policy.txt");

    /** What tells of the operations is none itself. */
    private static final List<String> CONTRACT =
            List.of("GET /api", "GET /api/page/page.js", "GET /api/v1/openapi.json");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Asking NATIONAL = new Asking(DemoServer.running().address(), "national");

    /** Of each role one account, whose own territory is Lille, and whose own organisation its metropolis. */
    private static final List<String> ACCOUNTS =
            List.of("", "national", "coordinator-lille", "auditor", "funder-mel", "analyst", "metrics");

    /** An account that is nobody's, for what is done to one. */
    private static final String TRIED = "policy-tried";

    private static final String REDACTED = """
            {"redactions": [{"territory": "lille", "entryId": "e1000000-0000-4000-8000-000000000000",
             "pointer": "/note", "reason": "r"}]}""";
    private static final String PASSWORD = "brume-tilleul-42-horizon";

    private static final String DRAFT = "{\"title\": \"t\", \"entries\": []}";

    record Line(String operation, String query, List<String> may) {
        String method() {
            return operation.split(" ", 2)[0];
        }

        String path() {
            return operation.split(" ", 2)[1];
        }

        @Override
        public String toString() {
            return operation;
        }
    }

    @BeforeAll
    static void make() throws Exception {
        NATIONAL.post("/accounts", account(TRIED));
    }

    /** Somebody who can be erased, as long as nobody confirms it. */
    @BeforeAll
    static void namePerson() throws Exception {
        HttpResponse<String> named = NATIONAL.post("/territories/rouen/entries", """
                {"entryId": "77777777-0000-4000-8000-000000000077", "type": "contribution-acknowledged",
                 "effective": "2023", "reason": "r", "person": {"id": "p-policy", "name": "Zoe"}}""");
        assertThat(named.statusCode()).as(named.body()).isIn(200, 201);
        JsonNode read = NATIONAL.get("/territories/rouen?minPosition="
                + JsonMapper.shared().readTree(named.body()).path("position").asLong());
        assertThat(read.isMissingNode()).isFalse();
    }

    static Stream<Line> lines() throws IOException {
        return Files.readAllLines(POLICY).stream().skip(1).map(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Line(cells.get(0), cells.get(1), cells.subList(2, cells.size()));
        });
    }

    @Test
    void every_operation_of_the_contract_has_its_line_and_no_line_is_of_none() throws Exception {
        Set<String> operations = new TreeSet<>(CONTRACT);
        for (Map.Entry<String, JsonNode> path :
                NATIONAL.get("/openapi.json").path("paths").properties()) {
            for (String method : path.getValue().propertyNames()) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        assertThat(operations).hasSizeGreaterThan(CONTRACT.size());
        assertThat(lines().map(Line::operation).toList()).containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void the_page_on_roles_has_the_same_lines() throws Exception {
        String page = RolesPage.of(lines().toList());
        if (Boolean.getBoolean("jalon.golden.write")) {
            Files.writeString(RolesPage.FILE, page);
        }
        assertThat(RolesPage.FILE).hasContent(page);
    }

    @Test
    void each_role_has_its_column() {
        assertThat(DemoAccounts.actors())
                .filteredOn(actor -> ACCOUNTS.contains(actor.name()))
                .flatExtracting(Actor::mandates)
                .extracting(Mandate::role)
                .containsExactlyInAnyOrder(Role.values());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void each_may_do_what_the_table_says_and_nothing_else(Line line) throws Exception {
        for (int i = 0; i < ACCOUNTS.size(); i++) {
            String account = ACCOUNTS.get(i);
            for (boolean own : new boolean[] {true, false}) {
                boolean allowed = switch (line.may().get(i)) {
                    case "all" -> true;
                    case "own" -> own;
                    case "none" -> false;
                    default -> throw new AssertionError(line.may());
                };
                int status = status(line, account, own);
                String attempt = line + " as <" + account + ">, " + (own ? "own" : "foreign");
                if (allowed) {
                    assertThat(status).as(attempt).isIn(200, 201, 202);
                } else {
                    assertThat(status).as(attempt).isEqualTo(account.isEmpty() ? 401 : 403);
                }
            }
        }
    }

    private static int status(Line line, String account, boolean own) throws Exception {
        String territory = own ? "lille" : "marseille";
        JsonNode entry = line.path().contains("{entryId}") ? last(territory) : MissingNode.getInstance();
        String entryId = entry.path("entryId").asString("");
        String path = (line.path() + line.query())
                .replace("{territory}", territory)
                .replace("{entryId}", entryId)
                .replace("{draft}", draft(line, territory))
                .replace("{organisation}", own ? "mel" : "metropole-lyon")
                .replace("{person}", "p-policy")
                .replace("{type}", "funding-granted")
                .replace("{file}", "entries.csv")
                .replace("{name}", TRIED);
        boolean many = line.path().equals("/api/v1/entries");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(NATIONAL.server() + path))
                .header("Content-Type", many ? "application/x-ndjson" : "application/json")
                .method(line.method(), HttpRequest.BodyPublishers.ofString(body(line, territory, entry)));
        if (!account.isEmpty()) {
            String pair = line.path().endsWith("/account/password") ? twin(account) : account + ":jalon-demo";
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        HttpResponse<InputStream> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (many && answer.statusCode() == 200) {
                // Each line is judged by itself.
                JsonNode result = JsonMapper.shared().readTree(body);
                return switch (result.path("status").asString("")) {
                    case "accepted" -> 200;
                    case "forbidden" -> 403;
                    default -> throw new AssertionError(result);
                };
            }
            return answer.statusCode();
        }
    }

    private static String body(Line line, String territory, JsonNode entry) {
        String raised = """
                {"entryId": "%s", "territory": "%s", "type": "watchpoint-raised",
                "effective": "2023", "watchpoint": "w",
                 "kind": "need"}""".formatted(UUID.randomUUID(), territory).replace("\n", "");
        return switch (line.path().substring(line.path().lastIndexOf('/') + 1)) {
            case "correction" ->
                "{\"reason\": \"r\", \"kind\": \"wrong\", \"entry\": "
                        + ((ObjectNode) entry.path("entry")).put("note", "another")
                        + "}";
            case "retraction" -> "{\"reason\": \"r\"}";
            case "{draft}" -> DRAFT;
            case "contest" -> "{\"reason\": \"r\", \"by\": \"mel\"}";
            case "entries" -> raised;
            case "accounts" -> account("policy-" + UUID.randomUUID());
            case "role" -> "{\"roles\": [\"auditor\"]}";
            case "password" ->
                line.path().contains("{name}")
                        ? "{}"
                        : "{\"old\": \"%s\", \"password\": \"horizon-tilleul-42-brume\"}".formatted(PASSWORD);
            case "erasure", "limitation", "lifting" -> "{\"reason\": \"r\"}";
            case "redaction" -> "{\"pointer\": \"/source/title\", \"reason\": \"r\"}";
            case "redactions" -> REDACTED;
            case "erasures" -> erased("p-nobody");
            default -> "";
        };
    }

    /** As this register would have told it. */
    private static String erased(String person) {
        Erasures.Seal seal = new Erasures.Seal(DemoServer.running().part(KeyWrap.class));
        return "{\"erased\": [\"%s\"], \"seal\": \"%s\"}".formatted(person, seal.of(List.of(person), List.of()));
    }

    /** The id of a new draft: of one that is there, or yet to be made. */
    private static String draft(Line line, String territory) throws Exception {
        String id = UUID.randomUUID().toString();
        if (line.path().endsWith("{draft}") && !line.method().equals("PUT")) {
            NATIONAL.put("/territories/" + territory + "/drafts/" + id, DRAFT);
        }
        return id;
    }

    /** An account with the roles of another, whose password may be changed; with its password. */
    private static String twin(String account) throws Exception {
        String roles = DemoAccounts.actors().stream()
                .filter(actor -> actor.name().equals(account))
                .map(Actor::roleAndScope)
                .findFirst()
                .orElseThrow();
        String name = "policy-" + UUID.randomUUID();
        HttpResponse<String> made = NATIONAL.post(
                "/accounts",
                "{\"name\": \"%s\", \"roles\": [\"%s\"], \"password\": \"%s\"}".formatted(name, roles, PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return name + ":" + PASSWORD;
    }

    private static String account(String name) {
        return "{\"name\": \"%s\", \"roles\": [\"analyst\"]}".formatted(name);
    }

    /** The last entry of a register: nothing rests on it. */
    private static JsonNode last(String territory) throws Exception {
        return NATIONAL.history(territory).getLast();
    }
}
