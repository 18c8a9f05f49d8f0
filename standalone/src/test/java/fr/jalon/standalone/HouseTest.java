package fr.jalon.standalone;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.database.AdvisoryLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the house is kept: what no compiler and no formatter sees in its sources and documents. */
class HouseTest {
    private static final int LONGEST = 120;

    /** Files that still have longer lines, and how many: a list to work off. */
    private static final Path LONG_LINES = Path.of("src/test/resources/house/long-lines.txt");

    private final Clone files = Clone.here();

    @Test
    void lines_end_at_120_characters_except_in_the_files_that_are_listed() throws IOException {
        Map<String, Long> listed = new TreeMap<>();
        for (String line : Files.readAllLines(LONG_LINES)) {
            listed.put(line.substring(0, line.indexOf(' ')), Long.valueOf(line.substring(line.indexOf(' ') + 1)));
        }
        Map<String, Long> found = Stream.concat(files.ending(".java"), files.ending(".md"))
                .flatMap(file -> Clone.lines(file)
                        .filter(line -> line.length() > LONGEST)
                        .map(line -> file.getFileName().toString()))
                .collect(groupingBy(file -> file, TreeMap::new, counting()));

        Map<String, Long> tooMany = new TreeMap<>(found);
        tooMany.entrySet().removeIf(file -> file.getValue() <= listed.getOrDefault(file.getKey(), 0L));
        assertThat(tooMany).as("files with more long lines than are listed").isEmpty();

        Path shorter = Path.of("target/long-lines.txt");
        Files.write(
                Files.createDirectories(shorter.getParent()).resolve(shorter.getFileName()),
                found.entrySet().stream()
                        .map(file -> file.getKey() + " " + file.getValue())
                        .toList());
        assertThat(listed)
                .as("the list may only shrink: copy %s over %s", shorter.toAbsolutePath(), LONG_LINES)
                .isEqualTo(found);
    }

    /** One that is not listed there would be run by nobody. */
    @Test
    void the_tests_of_every_module_are_run_together() throws IOException {
        String together = Files.readString(Path.of("../tests/pom.xml"));
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            assertThat(modules.filter(module -> Files.isDirectory(module.resolve("src/test/java")))
                            .map(module -> module.getFileName().toString()))
                    .contains("standalone")
                    .allSatisfy(module -> assertThat(together)
                            .containsPattern("<artifactId>" + module
                                    + "</artifactId>\\s*<version>[^<]*</version>\\s*<type>test-jar</type>"));
        }
    }

    @Test
    void every_advisory_lock_is_listed_where_all_are() {
        Pattern lock = Pattern.compile(AdvisoryLock.SPACE + "(?:, *(\\d+))?");
        assertThat(files.ending(".java")
                        .filter(file -> Clone.lines(file)
                                .anyMatch(line -> lock.matcher(line).find())))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("AdvisoryLock.java");
        assertThat(files.ending(".sql")
                        .flatMap(Clone::lines)
                        .flatMap(line -> lock.matcher(line).results())
                        .map(found -> Integer.valueOf(found.group(1)))
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(AdvisoryLock.values())
                        .map(AdvisoryLock::number)
                        .toList());
    }

    @Test
    void nothing_is_left_to_be_done_in_a_comment() {
        Pattern left = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

        assertThat(Stream.of(".java", ".md", ".sql", ".xml", ".yml", ".properties", "jalon")
                        .flatMap(files::ending)
                        .filter(file -> Clone.lines(file)
                                .anyMatch(line -> left.matcher(line).find())))
                .isEmpty();
    }

    @Test
    void a_top_level_type_has_a_name_that_no_other_has() {
        Map<String, Long> types = files.ending(".java")
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !name.equals("package-info"))
                .collect(groupingBy(name -> name, counting()));

        assertThat(types).hasSizeGreaterThan(400);
        assertThat(types.entrySet().stream()
                        .filter(type -> type.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList())
                .as("names of several types")
                .isEmpty();
    }

    @Test
    void every_link_in_a_document_leads_to_a_file_and_a_heading() {
        assertThat(files.documents().flatMap(document -> document.links().filter(link -> !link.leadsSomewhere())))
                .isEmpty();
    }

    @Test
    void every_path_and_every_test_that_a_document_names_is_there() {
        assertThat(files.documents()
                        .filter(document -> !document.isDecision())
                        .flatMap(document -> document.named(files.root()).filter(name -> !files.has(name))))
                .isEmpty();
    }

    @Test
    void every_test_that_a_document_names_by_its_method_is_there() {
        List<MatchResult> named = files.documents().flatMap(Document::methods).toList();

        assertThat(named).hasSizeGreaterThan(80);
        assertThat(named)
                .filteredOn(test -> !files.hasTest(test.group(1), test.group(2)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    @Test
    void each_requirement_has_its_test_or_says_that_it_has_none() throws IOException {
        List<String> requirements = Pattern.compile("^\\* \\*\\*\\d+\\.", Pattern.MULTILINE)
                .splitAsStream(Files.readString(files.root().resolve("docs/asvs.md")))
                .skip(1)
                .toList();

        assertThat(requirements)
                .hasSizeGreaterThan(100)
                .allMatch(row -> row.contains("No test") != row.contains("Test#"));
    }

    @Test
    void the_index_of_decisions_has_each_of_them_and_what_amends_it() throws IOException {
        String index = Files.readString(files.root().resolve("docs/adr/README.md"));
        List<Path> decisions = files.ending(".md")
                .filter(file -> file.toString().matches(".*/docs/adr/\\d{4}-.*"))
                .toList();

        assertThat(decisions.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .as("no number is that of two decisions")
                .hasSizeGreaterThan(25)
                .doesNotHaveDuplicates();
        for (Path decision : decisions) {
            String entry = "(" + decision.getFileName() + ")";
            List<String> by = Pattern.compile("^\\* Amended by \\[ADR (\\d+)]", Pattern.MULTILINE)
                    .matcher(Files.readString(decision))
                    .results()
                    .map(amended -> amended.group(1))
                    .toList();
            assertThat(index).contains(by.isEmpty() ? entry : entry + "\n  (amended by " + String.join(", ", by) + ")");
        }
    }

    @Test
    void the_version_stands_in_one_place_and_is_the_one_that_was_built() throws IOException {
        Pattern number = Pattern.compile("<revision>(.*)</revision>");
        String revision = number.matcher(Files.readString(files.root().resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        assertThat(files.ending("pom.xml")
                        .filter(pom -> Clone.lines(pom).anyMatch(line -> line.contains("<version>" + revision))))
                .isEmpty();
        Properties built = new Properties();
        try (var properties =
                Objects.requireNonNull(fr.jalon.standalone.cli.Jalon.class.getResourceAsStream("version.properties"))) {
            built.load(properties);
        }
        assertThat(built.getProperty("version")).isEqualTo(System.getProperty("revision", revision));
    }
}
