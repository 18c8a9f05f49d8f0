package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.jalon.log.Hash;
import fr.jalon.standalone.Asking;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An entry proven by the browser that shows it, over answers as they are and altered on their way. */
@Tag("long")
class ProofTest {
    private static final long SEED = 1;
    private static final int TRIED = 8;

    @BeforeAll
    static void look() {
        Chromium.running();
    }

    @Test
    void an_entry_is_proven_step_by_step_and_its_key_is_named() throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            Locator proof = proven(screen, entries().getFirst());

            assertThat(outcome(proof)).isEqualTo("Vérifié : tout se tient.");
            assertThat(steps(proof))
                    .hasSize(5)
                    .anyMatch(step -> step.matches("Cette racine est signée par la clé « .+ », numéro [0-9a-f]{8}\\."));
            assertThat(proof.getAttribute("class")).isEqualTo("proof held");
            assertThat(screen.flaws()).isEmpty();
        }
    }

    @Test
    void whatever_entry_is_looked_at_is_proven_and_the_log_held_against_what_was_seen() throws Exception {
        List<JsonNode> entries = new ArrayList<>(entries());
        Collections.shuffle(entries, new Random(SEED));
        try (Screen screen = Screen.of(Look.USUAL.in("en").dark(), "national")) {
            for (JsonNode entry : entries.subList(0, TRIED)) {
                Locator proof = proven(screen, entry);
                assertThat(outcome(proof)).as("%s: %s", entry, steps(proof)).isEqualTo("Verified: everything holds.");
            }
            assertThat(steps(proof(screen)).getLast()).contains("begins with the");
        }
    }

    @Test
    void a_log_that_grew_since_is_held_against_what_was_seen() throws Exception {
        JsonNode entry = entries().getFirst();
        try (Screen screen = Screen.of(Look.USUAL, "national")) {
            proven(screen, entry);
            record("""
                    {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "of-a-proof", "kind": "need"}""");
            Locator proof = proven(screen, entry);

            assertThat(outcome(proof)).as(steps(proof).toString()).isEqualTo("Vérifié : tout se tient.");
            assertThat(steps(proof).getLast()).contains("rien n’en a été retiré ni changé");
        }
    }

    @Test
    void an_altered_leaf_is_told() throws Exception {
        assertBroken(
                proof -> leaf(proof, leaf -> leaf.replace("\"position\":", "\"position\":1")), "elle a été altérée");
    }

    @Test
    void a_leaf_that_is_altered_together_with_its_digest_is_not_in_the_log() throws Exception {
        assertBroken(
                proof -> {
                    ObjectNode altered = leaf(proof, leaf -> leaf.replace("\"position\":", "\"position\":1"));
                    return altered.put("leafHash", sha256Of(altered.path("leaf").stringValue()));
                },
                "elle n’est pas dans ce journal");
    }

    @Test
    void an_altered_path_is_told() throws Exception {
        assertBroken(
                proof -> {
                    ((ArrayNode) proof.path("path")).set(0, proof.path("leafHash"));
                    return proof;
                },
                "Le chemin ne mène pas");
    }

    @Test
    void a_path_that_is_too_short_is_told() throws Exception {
        assertBroken(
                proof -> {
                    ((ArrayNode) proof.path("path")).remove(0);
                    return proof;
                },
                "Le chemin ne mène pas");
    }

    @Test
    void an_altered_signature_is_told() throws Exception {
        assertBroken(
                proof -> {
                    String note = proof.path("checkpoint").stringValue();
                    int signature = note.lastIndexOf(' ') + 12;
                    char other = note.charAt(signature) == 'A' ? 'B' : 'A';
                    return proof.put(
                            "checkpoint", note.substring(0, signature) + other + note.substring(signature + 1));
                },
                "Aucune des clés du journal n’a signé cette racine");
    }

    @Test
    void another_key_under_the_name_of_the_log_is_told() throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            screen.page().route("**/console/log/key", route -> {
                String keys = route.fetch().text();
                route.fulfill(new Route.FulfillOptions().setBody(keys.replaceFirst("\\+A", "+B")));
            });
            Locator proof = proven(screen, entries().getFirst());

            assertThat(steps(proof).getLast()).contains("Aucune des clés du journal");
        }
    }

    @Test
    void what_is_no_proof_is_told() throws Exception {
        assertBroken(proof -> proof.put("path", "none"), "n’est pas une preuve");
    }

    @Test
    void the_proof_of_another_entry_is_not_that_of_this_page() throws Exception {
        JsonNode other = entries().getLast();
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            screen.page()
                    .route(
                            "**/proof",
                            route -> route.resume(
                                    new Route.ResumeOptions().setUrl(Chromium.server() + address(other) + "/proof")));
            Locator proof = proven(screen, entries().getFirst());

            assertThat(steps(proof).getLast()).contains("ne dit pas ce que montre cette page");
            assertThat(proof.getAttribute("class")).isEqualTo("proof broken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "position", "id"})
    void a_page_that_shows_something_else_is_told(String place) throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            screen.open(address(entries().getFirst()));
            screen.page()
                    .evaluate(
                            "place => { document.querySelector(`[data-proves=${place}]`).textContent = '3x' }", place);

            assertThat(steps(verified(screen)).getLast()).contains("ne dit pas ce que montre cette page : " + place);
        }
    }

    @Test
    void a_log_that_shrank_since_is_told() throws Exception {
        assertLater("seen.size += 1000", "il a rétréci");
    }

    @Test
    void a_log_whose_past_was_rewritten_since_is_told() throws Exception {
        assertLater("seen.root = btoa('x'.repeat(32))", "le passé a été récrit");
    }

    @Test
    void who_may_not_see_a_proof_is_told_so_and_nothing_is_called_broken() throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "funder-mel")) {
            record("""
                    {"entryId": "77777777-0000-4000-8000-000000000078", "type": "funding-granted", "effective": "2024",
                     "funding": "of-a-proof", "funder": {"id": "dgefp", "name": "DGEFP"},
                     "amount": {"value": "1000.00", "currency": "EUR"}}""");
            Locator proof = proven(screen, "/console/territories/rouen/entries/77777777-0000-4000-8000-000000000078");

            assertThat(outcome(proof)).isEqualTo("La vérification n’a pas pu être faite.");
            assertThat(proof.getAttribute("class")).isEqualTo("proof hindered");
        }
    }

    /** What the browser saw before is made another. */
    private static void assertLater(String alteration, String told) throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            proven(screen, entries().getFirst());
            screen.page().evaluate("""
                    () => {
                      const name = Object.keys(localStorage).find(each => each.startsWith('jalon-log '));
                      const seen = JSON.parse(localStorage[name]);
                      %s;
                      localStorage[name] = JSON.stringify(seen);
                    }""".formatted(alteration));
            Locator proof = verified(screen);

            assertThat(steps(proof).getLast()).contains(told);
            assertThat(outcome(proof)).startsWith("Quelque chose ne se tient pas.");
        }
    }

    private static void assertBroken(UnaryOperator<ObjectNode> alteration, String told) throws Exception {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            screen.page().route("**/entries/*/proof", route -> {
                ObjectNode answer =
                        (ObjectNode) JsonMapper.shared().readTree(route.fetch().text());
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(alteration.apply(answer).toString()));
            });
            Locator proof = proven(screen, entries().getFirst());

            assertThat(steps(proof).getLast()).contains(told);
            assertThat(proof.getAttribute("class")).isEqualTo("proof broken");
            assertThat(outcome(proof)).startsWith("Quelque chose ne se tient pas.");
        }
    }

    private static ObjectNode leaf(ObjectNode proof, UnaryOperator<String> alteration) {
        String leaf = new String(Base64.getDecoder().decode(proof.path("leaf").stringValue()), StandardCharsets.UTF_8);
        byte[] altered = alteration.apply(leaf).getBytes(StandardCharsets.UTF_8);
        return proof.put("leaf", Base64.getEncoder().encodeToString(altered));
    }

    private static String sha256Of(String leaf) {
        return Hash.ofLeaf(Base64.getDecoder().decode(leaf)).base64();
    }

    private static Locator proven(Screen screen, JsonNode entry) {
        return proven(screen, address(entry));
    }

    private static Locator proven(Screen screen, String address) {
        screen.open(address);
        return verified(screen);
    }

    private static Locator verified(Screen screen) {
        Page page = screen.page();
        page.locator("section.proof button").click();
        page.locator("section.proof.held, section.proof.broken, section.proof.hindered")
                .waitFor();
        return proof(screen);
    }

    private static Locator proof(Screen screen) {
        return screen.page().locator("section.proof");
    }

    private static String outcome(Locator proof) {
        return plain(proof.locator("[role=status]").textContent());
    }

    private static List<String> steps(Locator proof) {
        return proof.locator("li").allTextContents().stream()
                .map(ProofTest::plain)
                .toList();
    }

    /** Without the spaces of French. */
    private static String plain(String shown) {
        return shown.replaceAll("[\\u00A0\\u202F]", " ");
    }

    private static List<JsonNode> entries() throws Exception {
        return new Asking(Chromium.server(), "national")
                .get("/history?limit=60")
                .path("entries")
                .valueStream()
                .toList();
    }

    /** As the next reader of a page will find it. */
    private static void record(String entry) throws Exception {
        Asking national = new Asking(Chromium.server(), "national");
        HttpResponse<String> recorded = national.post("/territories/rouen/entries", entry);
        assertThat(recorded.statusCode()).as(recorded.body()).isIn(200, 201);
        long position =
                JsonMapper.shared().readTree(recorded.body()).path("position").asLong();
        assertThat(national.get("/territories/rouen?minPosition=" + position).isObject())
                .isTrue();
    }

    private static String address(JsonNode item) {
        return "/console/territories/" + item.at("/entry/territory").stringValue() + "/entries/"
                + item.path("entryId").stringValue();
    }
}
