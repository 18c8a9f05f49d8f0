package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the contract, byte for byte: what was cited once by its digest is what is answered for ever. */
class GoldenAnswersTest {
    private static final boolean WRITE = Boolean.getBoolean("jalon.golden.write");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    @BeforeAll
    static void serve() throws Exception {
        Programs.share(data);
        server = GoldenRegister.serve(data);
        GoldenRegister.awaitWhole(new Asking(server.address(), "auditor"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_its_golden_file() throws IOException {
        GoldenServer asked = new GoldenServer(server.address());
        return GoldenRequest.all().stream()
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> hold(request, asked.answer(request))));
    }

    private static void hold(GoldenRequest request, byte[] answer) throws IOException {
        Path golden = GoldenFiles.answer(request.name());
        if (WRITE) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, answer);
        }
        assertThat(golden).isRegularFile();
        byte[] expected = Files.readAllBytes(golden);
        int first = Arrays.mismatch(expected, answer);
        if (first >= 0) {
            throw new AssertionError(request.name() + " differs from byte " + first + " on.\nGolden: "
                    + around(first, expected) + "\nNow:    " + around(first, answer));
        }
    }

    private static String around(int place, byte[] bytes) {
        int from = Math.clamp(place - 60L, 0, bytes.length);
        int to = Math.clamp(place + 100L, 0, bytes.length);
        return new String(Arrays.copyOfRange(bytes, from, to), UTF_8);
    }
}
