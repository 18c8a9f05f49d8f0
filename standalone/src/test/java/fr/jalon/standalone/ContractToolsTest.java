package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * What programs make of the contract: a linter finds nothing in it, and the types that are generated of it for
 * TypeScript are told apart by what tells entries apart. Both are read from the golden answer, which is the one served.
 */
@Tag("long")
class ContractToolsTest {
    private static final Path SOURCES = Path.of("src/test/contract");
    private static final Path WORK = Path.of("target/contract");

    /** Set to {@code required} where their absence is a failure. */
    private static final String SWITCH = "JALON_CONTRACT_TOOLS";

    private static final String GENERATOR = "jalon.contract.generator";
    private static final String JAVA = System.getProperty("java.home") + "/bin/";

    @BeforeAll
    static void install() throws Exception {
        boolean required = "required".equals(System.getenv(SWITCH));
        assumeTrue(required || isThere("npm"), "SKIPPED: the contract is not linted, as there is no npm here");
        Files.createDirectories(WORK);
        Path installed = WORK.resolve("node_modules/installed.json");
        boolean isCurrent =
                Files.exists(installed) && Files.mismatch(installed, SOURCES.resolve("package-lock.json")) < 0;
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Files.copy(source, WORK.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!isCurrent) {
            try {
                run("npm", "ci");
            } catch (AssertionError failed) {
                if (required) {
                    throw failed;
                }
                assumeTrue(false, "SKIPPED: the contract is not linted, as npm brings no packages here");
            }
            Files.copy(SOURCES.resolve("package-lock.json"), installed);
        }
        String answer = Files.readString(GoldenFiles.answer("vocabulary/contract"));
        Files.writeString(WORK.resolve("openapi.json"), answer.substring(answer.indexOf("\n\n") + 2));
    }

    @Test
    void the_linter_finds_nothing_in_the_contract() throws Exception {
        run("npm", "run", "lint");
    }

    @Test
    void types_of_a_program_tell_entries_and_facts_apart() throws Exception {
        run("npm", "run", "types");
    }

    /** Only where {@code -Pcontract} brings the generator. */
    @ParameterizedTest
    @ValueSource(strings = {"java", "typescript-fetch", "python"})
    @EnabledIfSystemProperty(named = GENERATOR, matches = ".+", disabledReason = "SKIPPED: without -Pcontract")
    void a_client_that_is_generated_compiles(String language) throws Exception {
        Path client = WORK.resolve(language);
        FileSystemUtils.deleteRecursively(client);
        String generator =
                Path.of(System.getProperty(GENERATOR)).toAbsolutePath().toString();
        run(
                JAVA + "java",
                "-jar",
                generator,
                "generate",
                "-i",
                "openapi.json",
                "-g",
                language,
                "-o",
                language,
                "--additional-properties=openApiNullable=false,useJakartaEe=true"
                        + (language.equals("java") ? ",library=native" : ""));
        switch (language) {
            case "java" ->
                run(
                        client.resolve("src/main"),
                        ".java",
                        JAVA + "javac",
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        "java/classes",
                        "-cp",
                        System.getProperty("java.class.path"));
            case "typescript-fetch" ->
                run(
                        client,
                        ".ts",
                        "node_modules/.bin/tsc",
                        "--noEmit",
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "preserve",
                        "--lib",
                        "es2022,dom");
            case "python" -> run("python3", "-m", "compileall", "-q", language);
            default -> throw new AssertionError(language);
        }
    }

    /** With all files below that end so as its last arguments. */
    private static void run(Path folder, String ending, String... command) throws IOException, InterruptedException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> files = all.map(file -> WORK.relativize(file).toString())
                    .filter(file -> file.endsWith(ending))
                    .toList();
            assertThat(files).hasSizeGreaterThan(50);
            run(Stream.concat(Stream.of(command), files.stream()).toArray(String[]::new));
        }
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path said = WORK.resolve("said.log");
        Process process = new ProcessBuilder(List.of(command))
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES))
                    .as(String.join(" ", command))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            process.destroy();
        }
    }
}
