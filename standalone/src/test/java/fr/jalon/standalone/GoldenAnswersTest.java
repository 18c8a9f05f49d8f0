package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The answers of the contract, byte for byte: what was cited once by its digest is what is answered for ever. */
class GoldenAnswersTest {
    /** In this order: what records comes after what reads. */
    private static final List<String> FILES = List.of("reading");

    private static final boolean WRITE = Boolean.getBoolean("jalon.golden.write");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static ServerProcess server;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws Exception {
        Programs.share(data);
        server = GoldenRegister.serve(data);
        for (String ready : GoldenRegister.WHOLE) {
            new Asking(server.address(), "auditor").get(ready);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        server.stop();
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_its_golden_file() throws IOException {
        return requests().stream()
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> hold(request, answer(request))));
    }

    private static List<GoldenRequest> requests() throws IOException {
        List<GoldenRequest> requests = new ArrayList<>();
        for (String file : FILES) {
            requests.addAll(GoldenRequest.of(file));
        }
        return requests;
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

    private static byte[] answer(GoldenRequest request) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.address() + request.path()))
                .timeout(PATIENCE)
                .header("X-Request-Id", "golden")
                .method(request.method(), BodyPublishers.ofByteArray(request.content()));
        request.headers().forEach(builder::header);
        if (!request.account().equals("nobody")) {
            String pair = request.account() + ":jalon-demo";
            builder.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        }
        HttpResponse<byte[]> answer = CLIENT.send(builder.build(), BodyHandlers.ofByteArray());
        return GoldenAnswer.of(answer.statusCode(), answer.headers(), answer.body(), request);
    }
}
