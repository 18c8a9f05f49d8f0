package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** The server of the golden register, as those who send the golden requests see it. */
record GoldenServer(URI address) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Its answer, as golden files have it; asked for again as long as it does not say what is waited for. */
    byte[] answer(GoldenRequest asked) throws IOException, InterruptedException {
        String wanted = asked.wish("Until", "");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<InputStream> answer = CLIENT.send(request(asked), BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                byte[] body = read(asked, content);
                if (wanted.isEmpty() || new String(body, UTF_8).contains(wanted)) {
                    return GoldenAnswer.of(answer.statusCode(), answer.headers(), body, asked);
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(asked.name() + " waits in vain for " + wanted);
            }
            Thread.sleep(PAUSE);
        }
    }

    private HttpRequest request(GoldenRequest asked) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + asked.path()))
                .timeout(PATIENCE)
                .header("X-Request-Id", "golden")
                .method(asked.method(), BodyPublishers.ofByteArray(asked.content()));
        asked.headers().forEach(request::header);
        String account = asked.wish("As", "national");
        if (!account.equals("nobody")) {
            byte[] pair = (account + ":" + asked.wish("Password", "jalon-demo")).getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request.build();
    }

    private static byte[] read(GoldenRequest asked, InputStream body) throws IOException {
        int lines = Integer.parseInt(asked.wish("Lines", "0"));
        if (lines > 0) {
            return first(lines, body).getBytes(UTF_8);
        }
        byte[] whole = body.readAllBytes();
        return asked.wishes().containsKey("Pretty") ? pretty(whole) : whole;
    }

    /** Of an answer that goes on for minutes. */
    private static String first(int lines, InputStream body) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(body, UTF_8));
        StringBuilder read = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            read.append(reader.readLine()).append('\n');
        }
        return read.toString();
    }

    private static byte[] pretty(byte[] json) {
        JsonMapper mapper = JsonMapper.shared();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(mapper.readTree(json));
    }
}
