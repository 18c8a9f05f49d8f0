package fr.jalon.web;

import fr.jalon.events.json.Json;
import fr.jalon.web.access.AccessRecord;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.request.FromParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service with this edge: what the tests of this module talk to. */
final class SmallService implements AutoCloseable {
    private static final Semaphore HELD = new Semaphore(0);
    private static final CountDownLatch LET_GO = new CountDownLatch(1);

    /** A starting service sets the process's logging up, which two of them cannot do at once. */
    private static final Object STARTING = new Object();

    private final ConfigurableApplicationContext context;

    SmallService(String... settings) {
        String[] arguments = Stream.concat(Stream.of("--server.port=0"), Arrays.stream(settings))
                .toArray(String[]::new);
        synchronized (STARTING) {
            context = WebApplication.of(Main.class).run(arguments);
        }
    }

    /** Waits until so many requests are held. */
    void awaitHeld(int requests) throws InterruptedException {
        if (!HELD.tryAcquire(requests, 60, TimeUnit.SECONDS)) {
            throw new AssertionError("Not held");
        }
    }

    void letGo() {
        LET_GO.countDown();
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({WebConfiguration.class, Things.class})
    static class Main {
        @Bean
        Accounts accounts() {
            return DemoAccounts.boundTo(InetAddress.getLoopbackAddress());
        }

        @Bean
        AccessRecord accessRecord() {
            return AccessRecord.NONE;
        }
    }

    @FromParameters("dry")
    record Wish(String dry) {}

    @RestController
    static class Things {
        @GetMapping("/things/me")
        String me(@AuthenticationPrincipal Actor actor) {
            return actor.toString();
        }

        @GetMapping(path = "/things/count", produces = MediaType.APPLICATION_JSON_VALUE)
        String count(@RequestParam int upTo) {
            return "[" + upTo + "]";
        }

        @PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        String add(@RequestBody byte[] body) {
            return Json.parse(new String(body, StandardCharsets.UTF_8)).toString();
        }

        @PostMapping("/things/done")
        String done() {
            return "done";
        }

        @PostMapping("/things/made")
        String made(Wish wish) {
            return wish.toString();
        }

        @GetMapping("/things/forbidden")
        String forbidden(@RequestParam(required = false) @Nullable String x) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }

        @GetMapping("/things/held")
        String held() throws InterruptedException {
            HELD.release();
            return "" + LET_GO.await(60, TimeUnit.SECONDS);
        }

        @GetMapping("/things/large")
        void large(@RequestParam int bytes, HttpServletResponse response) throws IOException {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setContentLength(bytes);
            byte[] part = new byte[8192];
            for (int left = bytes; left > 0; left -= part.length) {
                response.getOutputStream().write(part, 0, Math.min(left, part.length));
            }
        }

        @GetMapping("/things/half")
        void half(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("[1, 2]");
            response.flushBuffer();
            throw new IllegalStateException("in mid-answer");
        }

        @GetMapping("/things/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
