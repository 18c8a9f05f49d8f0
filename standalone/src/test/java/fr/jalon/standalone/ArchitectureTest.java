package fr.jalon.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import fr.jalon.web.account.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The house: which package may use which, found for every package there is. Data flows one way. */
class ArchitectureTest {
    private static final String ROOT = "fr.jalon.";

    /** The most files of a package; the vocabulary and the command line are lists, and read as such. */
    private static final int MOST_FILES = 20;

    private static final Set<String> LISTS = Set.of("events.entry");

    private static final JavaClasses JALON = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("fr.jalon");

    /** Names for what comes from elsewhere. Beside its own, each package may use the JDK, and JSpecify. */
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            Map.entry("json", List.of("tools.jackson..")),
            Map.entry("persistent", List.of("org.pcollections..")),
            Map.entry("sql", List.of("javax.sql..", "org.postgresql..", "com.zaxxer.hikari..", "org.flywaydb..")),
            Map.entry("spring", List.of("org.springframework..", "io.micrometer..")),
            Map.entry("log", List.of("org.slf4j..")),
            Map.entry("cache", List.of("com.github.benmanes.caffeine..")),
            Map.entry("axon", List.of("org.axonframework..")),
            Map.entry(
                    "web",
                    List.of(
                            "jakarta.servlet..",
                            "org.springdoc..",
                            "io.swagger.v3..",
                            // What reads the models of OpenAPI, and nothing else.
                            "com.fasterxml.jackson.databind",
                            "com.fasterxml.jackson.core",
                            "com.fasterxml.jackson.annotation..")),
            Map.entry(
                    "tomcat",
                    List.of(
                            "org.apache.catalina..",
                            "org.apache.coyote..",
                            "org.apache.tomcat..",
                            "org.apache.juli..")),
            Map.entry("logback", List.of("ch.qos.logback..")),
            Map.entry("jwt", List.of("com.nimbusds..")),
            Map.entry("buckets", List.of("io.github.bucket4j..")),
            Map.entry("passwords", List.of("me.gosimple..")),
            Map.entry("crypto", List.of("javax.crypto..", "javax.net.ssl..")),
            Map.entry("grpc", List.of("io.axoniq.axonserver..", "io.grpc..", "com.google.protobuf..")),
            Map.entry("words", List.of("io.swagger.v3.oas.annotations..")),
            Map.entry("wire", List.of("com.fasterxml.jackson.annotation..")),
            Map.entry("xml", List.of("javax.xml.stream..")),
            Map.entry("csv", List.of("de.siegmar.fastcsv..")),
            Map.entry("xlsx", List.of("org.dhatim.fastexcel..")),
            Map.entry("pdf", List.of("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.fontbox..")),
            Map.entry("qr", List.of("io.nayuki.qrcodegen..")),
            Map.entry("templates", List.of("org.thymeleaf..")),
            Map.entry("mail", List.of("jakarta.mail..")),
            Map.entry("canonical", List.of("org.erdtman.jcs..")),
            Map.entry("archives", List.of("org.apache.commons.compress..", "org.tukaani.xz..")),
            Map.entry("picocli", List.of("picocli..")));

    /** A line for each package: what of Jalon it may use, then what of the libraries. {@code x.*} is all below x. */
    private static final Map<String, Room> HOUSE = house();

    private static Map<String, Room> house() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/house/packages.txt")).stream()
                    .map(Room::of)
                    .collect(Collectors.toMap(Room::name, room -> room));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Room(String name, List<String> uses, List<String> libraries) {
        static Room of(String line) {
            String[] columns = line.split("\\|", -1);
            return new Room(columns[0].strip(), words(columns[1]), words(columns[2]));
        }

        private static List<String> words(String column) {
            return Stream.of(column.strip().split(" +"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        String[] allowed() {
            Stream<String> ours = Stream.concat(Stream.of(name), uses.stream()).map(Room::packages);
            Stream<String> theirs = libraries.stream().flatMap(library -> LIBRARIES.get(library).stream());
            return Stream.of(Stream.of("java..", "org.jspecify.."), ours, theirs)
                    .flatMap(each -> each)
                    .toArray(String[]::new);
        }

        private static String packages(String room) {
            return ROOT + (room.endsWith(".*") ? room.replace(".*", ".(*)") : room);
        }
    }

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_what_lies_below_it() {
        return HOUSE.values().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.name(),
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + room.name())
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(room.allowed())
                                .allowEmptyShould(false)
                                .check(JALON)));
    }

    @Test
    void every_package_has_a_rule() {
        assertThat(packages()).containsExactlyInAnyOrderElementsOf(HOUSE.keySet());
    }

    @Test
    void no_circle_leads_from_a_package_back_to_it() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(JALON);
    }

    @Test
    void no_package_has_more_files_than_a_reader_keeps_in_mind() {
        Map<String, Long> files = JALON.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(type -> type.getPackageName().substring(ROOT.length()), counting()));

        assertThat(files).isNotEmpty().allSatisfy((name, count) -> {
            if (!LISTS.contains(name)) {
                assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES);
            }
        });
    }

    @Test
    void neither_service_knows_the_other() {
        assertThat(packages()).contains("command.territory", "query.state");
        assertThat(HOUSE.values().stream()
                        .filter(room -> room.name().startsWith("command"))
                        .flatMap(room -> room.uses().stream()))
                .noneMatch(used -> used.startsWith("query"));
        assertThat(HOUSE.values().stream()
                        .filter(room -> room.name().startsWith("query"))
                        .flatMap(room -> room.uses().stream()))
                .noneMatch(used -> used.startsWith("command"));
    }

    /** Axon's default: what is not there, nothing falls back to, in whatever profile. */
    @Test
    void there_is_no_xstream_and_nothing_of_ours_asks_axon_for_it() {
        assertThatThrownBy(() -> Class.forName("com.thoughtworks.xstream.XStream"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThat(JALON.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(use -> use.getTargetClass().getName())
                        .filter(name -> name.startsWith("org.axonframework.serialization."))
                        .collect(Collectors.toSet()))
                .contains("org.axonframework.serialization.jackson3.Jackson3Serializer")
                .noneMatch(name -> name.contains("xml") || name.contains("XStream"));
    }

    @Test
    void nothing_but_a_test_hashes_passwords_for_less() {
        assertThat(JALON.get(Passwords.class)
                        .getMethod("hashBy", PasswordEncoder.class)
                        .getCallsOfSelf())
                .isEmpty();
        assertThat(Passwords.ENCODER.encode("brume-tilleul")).startsWith("{bcrypt}$2a$10$");
    }

    private static Set<String> packages() {
        return JALON.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toSet());
    }
}
