package fr.jalon.web;

import fr.jalon.events.json.Json;
import fr.jalon.web.account.Accounts;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.DemoAccounts;
import fr.jalon.web.request.FromParameters;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
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
    private final ConfigurableApplicationContext context;

    SmallService() {
        context = WebApplication.of(Main.class).run("--server.port=0");
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

        @GetMapping("/things/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
