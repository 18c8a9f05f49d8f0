package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.ContributionEntry.ContributionAcknowledged;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.Source;
import fr.jalon.events.json.EntryJson;
import fr.jalon.standalone.server.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The case against the report it was read from: nothing is said that has no words there, and no word there is left out.
 * A quote from several places has {@code […]} between them.
 */
class CaseTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final String REPORT = resource("/cases/copil-national-2023.txt");
    private static final List<Entry> CASE = entries(Demo.caseLines());
    private static final List<Entry> PERSONS = entries(resource("/cases/convergence-2023-persons.ndjson"));
    private static final List<JsonNode> NOT_FACTS = resource("/cases/convergence-2023-not-facts.ndjson")
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();

    @Test
    void every_entry_quotes_words_of_the_report_to_the_letter() {
        assertThat(all())
                .allSatisfy(entry -> assertThat(parts(quote(entry)))
                        .as(entry.entryId().toString())
                        .isNotEmpty()
                        .allSatisfy(part -> assertThat(REPORT).contains(part)));
    }

    @Test
    void every_word_of_the_report_is_in_a_quote_or_is_said_to_be_no_fact_and_why() {
        BitSet read = new BitSet();
        all().flatMap(entry -> parts(quote(entry)).stream()).forEach(part -> mark(part, read));
        for (JsonNode left : NOT_FACTS) {
            assertThat(left.path("reason").asString("")).isNotBlank();
            assertThat(REPORT).contains(left.path("text").asString(""));
            markLeftOut(left.path("text").asString(""), read);
        }

        assertThat(WORD.matcher(REPORT)
                        .results()
                        .filter(word -> read.nextClearBit(word.start()) < word.end())
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void every_entry_says_its_title_its_author_and_when_it_was_published() {
        assertThat(REPORT)
                .startsWith(source(CASE.getFirst()).title())
                .contains("Posté par convergence 22 février 2023");
        assertThat(all().map(CaseTest::source)).allSatisfy(source -> {
            assertThat(source.title()).isEqualTo(source(CASE.getFirst()).title());
            assertThat(source.author()).hasToString("convergence");
            assertThat(String.valueOf(source.published())).contains("2023-02-22");
        });
    }

    @Test
    void only_those_whom_the_report_names_speak() {
        assertThat(CASE.stream()
                        .map(CaseTest::source)
                        .map(Source::speaker)
                        .filter(Objects::nonNull)
                        .map(Object::toString))
                .containsOnly("dgefp", "dgcs", "dihal");
    }

    @Test
    void what_is_announced_is_planned_and_what_may_be_is_possible() {
        for (Entry entry : CASE) {
            String quote = quote(entry);
            switch (entry.header().status()) {
                case PLANNED ->
                    assertThat(quote)
                            .containsPattern(
                                    "va être|est prévue|poursuivra|sera |seront|arrivée|poursuite|prochain|disparition");
                case POSSIBLE -> assertThat(quote).containsPattern("potentiellement|hypothèse");
                case ACTUAL -> assertThat(quote).doesNotContain("va être lancée", "sera lancé", "potentiellement");
            }
        }
    }

    @Test
    void nothing_actual_begins_with_the_meeting_but_the_meeting() {
        assertThat(CASE)
                .filteredOn(Entry::isActual)
                .filteredOn(entry -> Objects.requireNonNull(entry.effective())
                        .start()
                        .window()
                        .earliest()
                        .toString()
                        .equals("2023-01-26"))
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("SteeringCommitteeHeld");
    }

    @Test
    void the_demonstration_names_no_person() {
        List<String> names = PERSONS.stream()
                .map(entry -> (ContributionAcknowledged) entry)
                .map(thanks -> Objects.requireNonNull(
                        Objects.requireNonNull(thanks.person()).name()))
                .toList();

        assertThat(names).hasSize(26).doesNotHaveDuplicates().contains("Guillaume");
        assertThat(Demo.caseLines()).doesNotContain(names);
        assertThat(Demo.caseLines())
                .doesNotContain(names.stream()
                        .filter(name -> name.contains(" "))
                        .map(name -> name.substring(name.indexOf(' ') + 1))
                        .toList());
    }

    @Test
    void each_person_thanked_has_an_entry_of_their_own() {
        assertThat(PERSONS)
                .allMatch(entry -> quote(entry)
                        .contains(Objects.requireNonNull(
                                Objects.requireNonNull(((ContributionAcknowledged) entry).person())
                                        .name())));
        assertThat(PERSONS.stream().filter(entry -> quote(entry).endsWith(")")).count())
                .as("17 of twelve organisations, and one coordinator")
                .isEqualTo(18);
    }

    @Test
    void ids_are_never_given_twice() {
        Set<Object> ids = new HashSet<>();
        assertThat(all().map(Entry::entryId)).allMatch(ids::add);
    }

    @Test
    void the_readme_counts_the_entries() throws IOException {
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("eight territories, " + CASE.size() + " entries");
    }

    private static Stream<Entry> all() {
        return Stream.concat(CASE.stream(), PERSONS.stream());
    }

    private static String quote(Entry entry) {
        String quote = Objects.requireNonNull(source(entry).quote());
        assertThat(Normalizer.isNormalized(quote, Normalizer.Form.NFC)).isTrue();
        return quote;
    }

    private static Source source(Entry entry) {
        return Objects.requireNonNull(entry.header().source());
    }

    private static List<String> parts(String quote) {
        return Stream.of(quote.split(Pattern.quote(" […] "), -1)).toList();
    }

    private static void mark(String part, BitSet read) {
        for (int at = REPORT.indexOf(part); at >= 0; at = REPORT.indexOf(part, at + 1)) {
            read.set(at, at + part.length());
        }
    }

    /** A heading is a line of its own: the same word in a sentence has to be quoted there. */
    private static void markLeftOut(String text, BitSet read) {
        List<MatchResult> headings = Pattern.compile("(?m)^\\h*" + Pattern.quote(text) + "\\h*$")
                .matcher(REPORT)
                .results()
                .toList();
        headings.forEach(heading -> read.set(heading.start(), heading.end()));
        if (headings.isEmpty()) {
            mark(text, read);
        }
    }

    private static List<Entry> entries(String lines) {
        return lines.lines().map(EntryJson::read).toList();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CaseTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
