package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.DOTALL;
import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.postgres.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the contract, byte for byte: what was cited once by its digest is what is answered for ever. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenAnswersTest {
    /** Its permanent link and the digest of its body. */
    private static final Pattern CITED = Pattern.compile(
            "^link: <([^>]+)>; rel=\"bookmark\"$.*^(repr-digest: sha-256=:[^:]+:)$", MULTILINE | DOTALL);

    private static final boolean WRITE = Boolean.getBoolean("jalon.golden.write");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    @BeforeAll
    static void serve() throws Exception {
        TestCluster.into(data);
        server = GoldenRegister.serve(data);
        GoldenRegister.awaitWhole(new Asking(server.address(), "auditor"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> every_answer_is_its_golden_file() throws IOException {
        return GoldenRequest.all().stream()
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> {
                    byte[] answer = new GoldenServer(server.address()).answer(request);
                    if (WRITE) {
                        write(request, answer);
                    }
                    same(request.name(), golden(request), answer);
                }));
    }

    /** Asked once more is recorded, which is in the tag of an answer about all registers. */
    @Order(2)
    @TestFactory
    Stream<DynamicTest> an_answer_that_is_said_to_stay_does_so_when_more_is_recorded() throws IOException {
        return GoldenRequest.all().stream()
                .filter(GoldenAnswersTest::isSaidToStay)
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> {
                    byte[] answer = new GoldenServer(server.address()).answer(request);
                    same(request.name(), untagged(golden(request)), untagged(answer));
                }));
    }

    @Order(3)
    @TestFactory
    Stream<DynamicTest> the_permanent_link_of_an_answer_gives_the_bytes_of_its_digest_when_more_is_recorded()
            throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (GoldenRequest request : GoldenRequest.all()) {
            Matcher cited = CITED.matcher(new String(golden(request), UTF_8));
            if (cited.find()) {
                GoldenRequest link = request.cited(cited.group(1));
                tests.add(DynamicTest.dynamicTest(
                        link.name(),
                        () -> assertThat(new String(new GoldenServer(server.address()).answer(link), UTF_8))
                                .startsWith("HTTP 200\n")
                                .contains(cited.group(2))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private static boolean isSaidToStay(GoldenRequest request) {
        try {
            return new String(golden(request), UTF_8).contains("immutable\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] untagged(byte[] answer) {
        return new String(answer, UTF_8).replaceFirst("(?m)^etag: .*\n", "").getBytes(UTF_8);
    }

    private static byte[] golden(GoldenRequest request) throws IOException {
        return Files.readAllBytes(GoldenFiles.answer(request.name()));
    }

    private static void write(GoldenRequest request, byte[] answer) throws IOException {
        Path golden = GoldenFiles.answer(request.name());
        Files.createDirectories(golden.getParent());
        Files.write(golden, answer);
    }

    private static void same(String name, byte[] golden, byte[] now) {
        int first = Arrays.mismatch(golden, now);
        if (first >= 0) {
            throw new AssertionError("%s differs from byte %d on.%nGolden: %s%nNow:    %s"
                    .formatted(name, first, around(first, golden), around(first, now)));
        }
    }

    private static String around(int place, byte[] bytes) {
        int from = Math.clamp(place - 60L, 0, bytes.length);
        int to = Math.clamp(place + 100L, 0, bytes.length);
        return new String(Arrays.copyOfRange(bytes, from, to), UTF_8);
    }
}
