package fr.jalon.standalone.cli.signin;

import fr.jalon.standalone.cli.client.Asking;
import fr.jalon.standalone.cli.client.SavedLogin;
import fr.jalon.standalone.cli.client.TokenProvider;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code jalon login}: signs in with a browser, wherever that is, and no password is typed here. */
@Command(name = "login", mixinStandardHelpOptions = true)
public final class LoginCommand extends Asking {
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final int USUAL_INTERVAL = 5;
    private static final int USUAL_LIFE = 600;

    @Option(names = "--issuer", paramLabel = "${bundle:label.url}", descriptionKey = "login.issuer")
    private @Nullable String issuer;

    @Option(
            names = "--client",
            paramLabel = "${bundle:label.program}",
            descriptionKey = "login.client",
            defaultValue = "jalon.cli")
    private String program = "jalon.cli";

    @Option(
            names = "--scope",
            paramLabel = "${bundle:label.scope}",
            descriptionKey = "login.scope",
            defaultValue = "jalon")
    private String scope = "jalon";

    @Override
    public void run() {
        String server = server().address();
        TokenProvider provider = server().provider(issuer, program);
        JsonNode device = provider.ask("device_authorization_endpoint", Map.of("scope", scope));
        String code = device.path("user_code").asString("");
        String page = device.path("verification_uri_complete")
                .asString(device.path("verification_uri").asString(""));
        if (code.isEmpty() || page.isEmpty()) {
            throw new Trouble(ExitCode.REFUSED, Messages.say("login.no-device", provider.issuer()));
        }
        notice("login.open", page, code);
        SavedLogin.of(provider, allowed(provider, device)).keep(server);
        notice("login.done", server);
    }

    private static JsonNode allowed(TokenProvider provider, JsonNode device) {
        String code = device.path("device_code").asString("");
        long interval = device.path("interval").asLong(USUAL_INTERVAL);
        long end = System.nanoTime()
                + Duration.ofSeconds(device.path("expires_in").asLong(USUAL_LIFE))
                        .toNanos();
        while (System.nanoTime() - end < 0) {
            pause(interval);
            JsonNode answer = provider.ask("token_endpoint", Map.of("grant_type", DEVICE, "device_code", code));
            switch (answer.path("error").asString("")) {
                case "" -> {
                    return answer;
                }
                case "authorization_pending" -> {}
                case "slow_down" -> interval += USUAL_INTERVAL;
                case "access_denied" -> throw new Trouble(ExitCode.NOT_ALLOWED, Messages.say("login.denied"));
                default -> throw new Trouble(ExitCode.NOT_ALLOWED, Messages.say("login.expired"));
            }
        }
        throw new Trouble(ExitCode.NOT_ALLOWED, Messages.say("login.expired"));
    }

    private static void pause(long seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(ExitCode.NOT_ALLOWED, Messages.say("login.expired"));
        }
    }
}
