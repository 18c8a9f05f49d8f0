package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.JalonCommand.Ended;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is held of a person, and their erasure by two accounts, on the command line. */
class PersonCommandTest {
    private static final URI SERVER = DemoServer.running().address();
    private static final String PASSWORD = "brume-tilleul-42-horizon";
    private static final String PERSON = "p-command";

    private final Asking national = new Asking(SERVER, "national");
    private final Terminal terminal = new Terminal(SERVER);

    @Test
    void a_person_is_shown_looked_for_and_erased_by_two() throws Exception {
        record("\"reason\": \"r\", \"person\": {\"id\": \"%s\", \"name\": \"Camille Nommee\"}".formatted(PERSON));
        record("\"reason\": \"avec Camille NOMMÉE\", \"person\": \"p-other\"");
        assertThat(national.post(
                                "/accounts",
                                "{\"name\": \"command-second\", \"roles\": [\"national\"], \"password\": \"%s\"}"
                                        .formatted(PASSWORD))
                        .statusCode())
                .isEqualTo(201);
        Terminal second = terminal.with("JALON_PASSWORD", PASSWORD);

        assertThat(ended("person", "show", PERSON).out()).contains("contribution-acknowledged", "Camille Nommee");
        assertThat(ended("person", "limit", PERSON, "--reason=19").out()).contains("only the national team");
        assertThat(ended("person", "show", PERSON).out()).contains("Camille Nommee", "restricted (national, ");
        assertThat(ended("person", "limitations").out()).contains(PERSON, "in force");
        assertThat(ended("person", "lift", PERSON, "--reason=19").out()).contains("lifted");
        assertThat(ended("person", "mentions", PERSON).out()).contains("/reason", "whole", "avec Camille NOMMÉE");
        Browser browser = new Browser(SERVER);
        browser.signIn("auditor", "jalon-demo");
        assertThat(browser.open("/console/persons?texts=true&id=" + PERSON).body())
                .contains("The name in texts: one text", "avec Camille NOMMÉE");
        assertThat(terminal.jalon("coordinator-lille", "person", "mentions", PERSON)
                        .code())
                .isNotZero();
        assertThat(terminal.jalon("national", "person", "confirm", PERSON, "--reason=17")
                        .error())
                .contains("jalon person erase");
        assertThat(ended("person", "erase", PERSON, "--reason=17").out()).contains("Another account");
        assertThat(second.jalon("command-second", "person", "erase", PERSON, "--reason=17")
                        .error())
                .as("who means to ask confirms nothing")
                .contains("was asked for by national");
        assertThat(terminal.jalon("national", "person", "confirm", PERSON, "--reason=17")
                        .error())
                .contains("It was you who asked");
        assertThat(ended("person", "show", PERSON).out()).contains("Camille Nommee");

        assertThat(second.jalon("command-second", "person", "confirm", PERSON, "--reason=17")
                        .out())
                .contains("It is done");
        // What was opened just before is remembered for half a second.
        SeveralServices.await(() -> !ended("person", "show", PERSON).out().contains("Camille"));
        assertThat(ended("person", "show", PERSON).out()).contains("was erased");
        SeveralServices.await(() -> ended("person", "erasures").out().contains("  france/"));
        assertThat(ended("person", "erasures").out()).contains("command-second").doesNotContain(PERSON);
        assertThat(browser.open("/console/persons").body()).contains("/console/territories/france/entries/");
        assertThat(ended("person", "erasures", "--json").out()).contains("\"erased\":[", PERSON);
        assertThat(ended("person", "mentions", PERSON, "--json").out())
                .as("nobody knows the name any more")
                .contains("\"mentions\":[]");
    }

    @Test
    void whoever_was_kept_for_long_enough_is_proposed_with_the_rule_and_the_day_that_counts() throws Exception {
        record("\"reason\": \"r\", \"person\": {\"id\": \"p-long\", \"name\": \"Camille Ancienne\"}");

        assertThat(ended("person", "retention", "--as-of=2025-12-31").out()).doesNotContain("p-long");
        assertThat(ended("person", "retention", "--as-of=2026-01-01").out())
                .containsPattern("p-long +Camille Ancienne +rouen +last contact +2023-12-31 +2025-12-31");
        assertThat(terminal.jalon("coordinator-lille", "person", "retention").code())
                .isNotZero();
        Browser browser = new Browser(SERVER);
        browser.signIn("auditor", "jalon-demo");
        assertThat(browser.open("/console/persons/retention").body())
                .contains("/console/persons?id=p-long", "Camille Ancienne", "last contact on 31 December 2023");
    }

    @Test
    void a_dry_run_points_at_words_that_are_probably_names() throws Exception {
        HttpResponse<String> tried = national.post("/territories/rouen/entries?dryRun=true", """
                {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "essai", "kind": "need",
                 "note": "signalé par Mme Durand"}""");
        assertThat(tried.body()).contains("\"hints\":[{\"pointer\":\"/note\",\"words\":\"Mme Durand\"}]");
    }

    @Test
    void the_form_to_record_with_shows_them_before_anything_is_recorded() throws Exception {
        Browser browser = new Browser(SERVER);
        browser.signIn("national", "jalon-demo");
        String form = "/console/record/rouen/watchpoint-raised";
        HttpResponse<String> page = browser.post(
                form,
                Map.of(
                        "_csrf", Browser.field(browser.open(form), "_csrf"),
                        "entryId", UUID.randomUUID().toString(),
                        "effective", "2024",
                        "watchpoint.id", "essai",
                        "kind", "need",
                        "status", "actual",
                        "note", "signalé par Mme Durand"));

        assertThat(page.body()).contains("This text seems to name somebody (Mme Durand)");
    }

    private void record(String fields) throws Exception {
        HttpResponse<String> recorded = national.post(
                "/territories/rouen/entries",
                "{\"type\": \"contribution-acknowledged\", \"effective\": \"2023\", " + fields + "}");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        String position = recorded.body().replaceAll(".*\"position\":([0-9]+).*", "$1");
        assertThat(national.status("/territories/rouen?minPosition=" + position))
                .isEqualTo(200);
    }

    private Ended ended(String... arguments) {
        Ended said = terminal.jalon("national", arguments);
        assertThat(said.code()).as(said.error()).isZero();
        return said;
    }
}
