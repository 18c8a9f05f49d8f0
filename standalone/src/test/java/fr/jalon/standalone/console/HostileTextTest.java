package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.standalone.Asking;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Texts that pages could be broken by: shown as they are, wherever they stand. */
@Tag("long")
class HostileTextTest {
    private static final String TERRITORY = "rouen";
    private static final String BECOME_OF_IT = "main script:not([src]), main [onclick], main b, main [style],"
            + " main img:not([src^='/console/address.svg'])";
    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script><img src=x onerror=alert(2)>",
            "\"'><b onclick=alert(3) style='color: red'>&amp;&lt;${7*7}[[${7*7}]]</b>",
            "מימין לשמאל (من اليمين) 12",
            "nomtrèslongsansespace".repeat(14),
            "{{7*7}} #{nav.home} __${7*7}__ %00 \\u0000 ../../");

    private static final List<EntryType> WRITTEN =
            EntryType.all().stream().filter(type -> !type.isAboutTheRegister()).toList();

    private static final String FIELDS =
            "[...document.querySelectorAll('form.write input[type=text], form.write textarea')]";
    private static final String FILL =
            "text => " + FIELDS + ".map(field => { field.value = text; return field; }).length";
    private static final String FILLED = "text => " + FIELDS + ".filter(field => field.value === text).length";

    /** Addresses that end with what somebody wrote. */
    private static final List<String> PLACES = List.of(
            "/console/history?text=",
            "/console/history?actor=",
            "/console/history?after=",
            "/console/search?text=",
            "/console?asOf=",
            "/console?knownAt=",
            "/console?lang=",
            "/console/territories/lille/why?subject=",
            "/console/territories/lille/why?subject=funding&key=",
            "/console/territories/lille/difference?from=");

    @BeforeAll
    static void look() {
        Chromium.running();
    }

    static Stream<String> texts() {
        return TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void it_is_shown_as_text_wherever_somebody_wrote_it(String text) throws Exception {
        List<String> addresses = new ArrayList<>(List.of(
                "/console",
                "/console/history?territory=" + TERRITORY,
                "/console/territories/" + TERRITORY,
                "/console/funders"));
        for (String entry : entries()) {
            UUID id = recorded(entry, text);
            addresses.add("/console/territories/" + TERRITORY + "/entries/" + id);
        }
        try (Screen screen = Screen.of(Look.USUAL.narrow(), "national")) {
            for (String address : addresses) {
                screen.open(address);

                assertThat(screen.tooWide()).as(address).isEmpty();
                assertThat(screen.page().locator(BECOME_OF_IT).count())
                        .as(address)
                        .isZero();
            }
            assertThat(screen.flaws()).isEmpty();
            String whole = screen.page().locator("main").textContent();
            assertThat(whole).contains(text);
        }
    }

    @ParameterizedTest
    @MethodSource("inAddresses")
    void it_is_shown_as_text_where_an_address_has_it(String text) {
        String written = URLEncoder.encode(text, StandardCharsets.UTF_8);
        try (Screen screen = Screen.of(Look.USUAL, "national")) {
            for (String place : PLACES) {
                if (!Sample.has(2, place, text)) {
                    continue;
                }
                String address = place + written;
                assertThat(screen.status(address)).as(address).isLessThan(500);
                assertThat(screen.page().locator("main").count()).as(address).isEqualTo(1);
                assertThat(screen.tooWide()).as(address).isEmpty();
            }
        }
    }

    /** Each type's form, all of whose fields have a text: some of them with each, or each with all. */
    @Test
    void it_is_shown_as_text_in_the_form_of_each_type_and_in_what_that_would_change() {
        try (Screen screen = Screen.of(Look.USUAL.narrow(), "national")) {
            assertThat(screen.status("/console/record/" + TERRITORY + "/entry-corrected"))
                    .as("what is not written there")
                    .isEqualTo(404);
            for (EntryType type : WRITTEN) {
                for (String text : TEXTS) {
                    if (!Sample.has(TEXTS.size(), type.name(), text)) {
                        continue;
                    }
                    String as = type.name() + " with " + text;
                    screen.open("/console/record/" + TERRITORY + "/" + type.name());
                    int filled = (int) screen.page().evaluate(FILL, text);
                    assertUnbroken(screen, as);
                    screen.page().locator("form.write button").first().click();
                    screen.page().locator("#effect").waitFor();
                    assertUnbroken(screen, as);
                    assertThat((int) screen.page().evaluate(FILLED, text))
                            .as(as)
                            .isEqualTo(filled);
                }
            }
        }
    }

    private static void assertUnbroken(Screen screen, String as) {
        assertThat(screen.tooWide()).as(as).isEmpty();
        assertThat(screen.page().locator(BECOME_OF_IT).count()).as(as).isZero();
        assertThat(screen.faults()).as(as).isEmpty();
    }

    /** Also what the register takes from nobody: letters that turn the way of reading around. */
    static Stream<String> inAddresses() {
        return Stream.concat(texts(), Stream.of("\u202eabc\u202d"));
    }

    /** Entries with the text in each field that takes one. */
    private static List<String> entries() {
        return List.of("""
                {"type": "watchpoint-raised", "effective": "2024", "kind": "need", "watchpoint": "hostile-%1$s"}""", """
                {"type": "funding-granted", "effective": "2024", "funding": "hostile-%1$s",
                 "funder": {"id": "hostile-%1$s", "name": ""}}""", """
                {"type": "coordinator-appointed", "effective": "2024",
                 "person": {"id": "p-hostile-%1$s", "name": ""}}""");
    }

    private static UUID recorded(String form, String text) throws Exception {
        UUID id = UUID.randomUUID();
        ObjectNode entry =
                (ObjectNode) JsonMapper.shared().readTree(form.formatted(Integer.toHexString(text.hashCode())));
        for (String thing : List.of("funder", "person")) {
            if (entry.path(thing) instanceof ObjectNode named) {
                named.put("name", text);
            }
        }
        entry.put("entryId", id.toString()).put("note", text);
        entry.putObject("source").put("title", text).put("locator", text).put("quote", text);
        Asking national = new Asking(Chromium.server(), "national");
        HttpResponse<String> recorded = national.post("/territories/" + TERRITORY + "/entries", entry.toString());
        assertThat(recorded.statusCode()).as(recorded.body()).isIn(200, 201);
        JsonNode answer = JsonMapper.shared().readTree(recorded.body());
        assertThat(national.get("/territories/" + TERRITORY + "?minPosition="
                                + answer.path("position").asLong())
                        .isObject())
                .isTrue();
        return id;
    }
}
