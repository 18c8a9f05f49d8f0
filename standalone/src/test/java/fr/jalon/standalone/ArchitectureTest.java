package fr.jalon.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Data flows one way. Each package may use what its line allows, and nothing else; each line is proven to speak of something. */
class ArchitectureTest {
    private static final JavaClasses JALON = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("fr.jalon");

    private static final String[] LANGUAGE = {"java..", "org.jspecify..", "tools.jackson..", "org.pcollections.."};
    private static final String[] SERVICE = {
        "java..",
        "javax.sql..",
        "jakarta.servlet..",
        "org.jspecify..",
        "org.slf4j..",
        "tools.jackson..",
        "com.fasterxml.jackson.annotation..",
        "org.pcollections..",
        "org.springframework..",
        "org.springdoc..",
        "io.swagger.v3..",
        // What reads the models of OpenAPI, and nothing else.
        "com.fasterxml.jackson.databind",
        "io.micrometer..",
        "com.zaxxer.hikari..",
        "com.github.benmanes.caffeine..",
        "org.postgresql..",
        "fr.jalon.events..",
        "fr.jalon.answers..",
        "fr.jalon.store..",
        "fr.jalon.web.."
    };

    private static final Map<String, String[]> ALLOWED = Map.ofEntries(
            Map.entry("fr.jalon.events.time..", with(LANGUAGE, "fr.jalon.events.time..")),
            Map.entry("fr.jalon.events.entry..", with(LANGUAGE, "fr.jalon.events.time..", "fr.jalon.events.entry..")),
            Map.entry(
                    "fr.jalon.events.json..",
                    with(LANGUAGE, "fr.jalon.events.time..", "fr.jalon.events.entry..", "fr.jalon.events.json..")),
            Map.entry(
                    "fr.jalon.events.meaning..",
                    with(
                            LANGUAGE,
                            "fr.jalon.events.time..",
                            "fr.jalon.events.entry..",
                            "fr.jalon.events.json..",
                            "fr.jalon.events.meaning..")),
            Map.entry(
                    "fr.jalon.events.timeline..",
                    with(
                            LANGUAGE,
                            "fr.jalon.events.time..",
                            "fr.jalon.events.entry..",
                            "fr.jalon.events.json..",
                            "fr.jalon.events.meaning..",
                            "fr.jalon.events.timeline..")),
            Map.entry("fr.jalon.events..", with(LANGUAGE, "fr.jalon.events..")),
            Map.entry("fr.jalon.postgres..", new String[] {
                "java..",
                "javax.sql..",
                "org.jspecify..",
                "org.slf4j..",
                "org.postgresql..",
                "org.apache.commons.compress..",
                "org.tukaani.xz..",
                "fr.jalon.postgres.."
            }),
            Map.entry(
                    "fr.jalon.command.territory..",
                    with(LANGUAGE, "fr.jalon.events..", "fr.jalon.command.territory..")),
            Map.entry("fr.jalon.axonserver..", new String[] {
                "java..",
                "javax.net.ssl..",
                "org.jspecify..",
                "org.slf4j..",
                "org.axonframework.modelling.command..",
                "com.google.protobuf..",
                "io.axoniq.axonserver..",
                "io.grpc..",
                "org.springframework..",
                "fr.jalon.store..",
                "fr.jalon.axonserver.."
            }),
            Map.entry(
                    "fr.jalon.command.route..",
                    with(
                            LANGUAGE,
                            "org.slf4j..",
                            "com.fasterxml.jackson.annotation..",
                            "com.google.protobuf..",
                            "io.axoniq.axonserver..",
                            "fr.jalon.events..",
                            "fr.jalon.store..",
                            "fr.jalon.axonserver..",
                            "fr.jalon.command.territory..",
                            "fr.jalon.command.route..")),
            Map.entry("fr.jalon.query.mirror..", with(SERVICE, "fr.jalon.axonserver..", "fr.jalon.query.mirror..")),
            Map.entry(
                    "fr.jalon.command.axon..",
                    with(
                            LANGUAGE,
                            "org.axonframework..",
                            "fr.jalon.events..",
                            "fr.jalon.store..",
                            "fr.jalon.command.territory..",
                            "fr.jalon.command.axon..")),
            Map.entry(
                    "fr.jalon.tables..",
                    with(
                            LANGUAGE,
                            "javax.xml.stream..",
                            "de.siegmar.fastcsv..",
                            "org.dhatim.fastexcel..",
                            "fr.jalon.events..",
                            "fr.jalon.tables..")),
            Map.entry("fr.jalon.answers..", with(LANGUAGE, "fr.jalon.events..", "fr.jalon.answers..")),
            Map.entry(
                    "fr.jalon.command.api..",
                    with(SERVICE, "fr.jalon.command.territory..", "fr.jalon.tables..", "fr.jalon.command.api..")),
            Map.entry(
                    "fr.jalon.query.projection..", with(SERVICE, "org.axonframework..", "fr.jalon.query.projection..")),
            Map.entry(
                    "fr.jalon.log..", new String[] {"java..", "org.jspecify..", "org.erdtman.jcs..", "fr.jalon.log.."}),
            Map.entry(
                    "fr.jalon.query.audit.pack..",
                    with(SERVICE, "com.openhtmltopdf..", "fr.jalon.log..", "fr.jalon.query.audit..")),
            Map.entry("fr.jalon.query.register..", with(SERVICE, "fr.jalon.query.register..")),
            Map.entry(
                    "fr.jalon.query.exchange..",
                    with(
                            LANGUAGE,
                            "org.springframework.dao..",
                            "org.dhatim.fastexcel..",
                            "fr.jalon.events..",
                            "fr.jalon.answers..",
                            "fr.jalon.tables..",
                            "fr.jalon.query.register..",
                            "fr.jalon.query.exchange..")),
            Map.entry(
                    "fr.jalon.query.audit..",
                    with(
                            SERVICE,
                            "com.openhtmltopdf..",
                            "jakarta.mail..",
                            "fr.jalon.axonserver..",
                            "fr.jalon.log..",
                            "fr.jalon.query.projection..",
                            "fr.jalon.query.register..",
                            "fr.jalon.query.audit..")),
            Map.entry(
                    "fr.jalon.query.api..",
                    with(
                            SERVICE,
                            "fr.jalon.log..",
                            "fr.jalon.query.projection..",
                            "fr.jalon.query.register..",
                            "fr.jalon.query.audit..",
                            "fr.jalon.query.exchange..",
                            "fr.jalon.query.api..")));

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_lies_below_it() {
        return ALLOWED.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(rule.getKey())
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(rule.getValue())
                                .allowEmptyShould(false)
                                .check(JALON)));
    }

    @Test
    void neither_service_knows_the_other() {
        assertThat(Stream.of("fr.jalon.command", "fr.jalon.query")
                        .allMatch(service -> JALON.stream()
                                .anyMatch(type -> type.getPackageName().startsWith(service))))
                .isTrue();
        assertThat(JALON.stream()
                        .filter(type -> type.getPackageName().startsWith("fr.jalon.command"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("fr.jalon.query")))
                .isEmpty();
        assertThat(JALON.stream()
                        .filter(type -> type.getPackageName().startsWith("fr.jalon.query"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("fr.jalon.command")))
                .isEmpty();
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

    private static String[] with(String[] base, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(base));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
