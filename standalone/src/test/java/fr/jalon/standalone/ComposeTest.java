package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files that start Jalon as several processes, as far as they can be tried where no container runs. */
class ComposeTest {
    private static final Path ROOT = Path.of("..");
    private static final Map<String, String> SETTINGS = Map.of("COMPOSE_PROFILES", "axon-server");
    private static final List<String> SECRETS = List.of(
            "JALON_OWNER_PASSWORD",
            "JALON_COMMAND_PASSWORD",
            "JALON_QUERY_PASSWORD",
            "JALON_MIRROR_PASSWORD",
            "JALON_PEOPLE_KEY",
            "JALON_AXON_SERVER_TOKEN");

    private record Ended(int code, String said) {}

    @Test
    void no_secret_stands_in_the_files_and_each_is_asked_for_with_a_sentence() throws IOException {
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String example = Files.readString(ROOT.resolve(".env.example"));
        for (String secret : SECRETS) {
            assertThat(compose).containsPattern(Pattern.quote("${" + secret + ":?") + "[^}]+ in \\.env}");
            assertThat(compose).doesNotContain("${" + secret + "}", "${" + secret + ":-");
            assertThat(example.lines()).contains(secret + "=");
        }
        assertThat(compose).doesNotContainPattern("_(PASSWORD|TOKEN): (?![&*$])");
    }

    @Test
    void only_the_proxy_is_reached_from_outside_and_the_stores_by_the_services_alone() throws IOException {
        Map<?, ?> services = (Map<?, ?>) compose().get("services");
        assertThat(names(services, "ports")).containsExactly("proxy");
        assertThat(part(services, "proxy").get("ports").toString()).contains("${JALON_BIND:-127.0.0.1}:");
        assertThat(part(services, "proxy").get("networks")).isEqualTo(List.of("entry"));
        for (String store : List.of("postgres", "axonserver", "migrate")) {
            assertThat(part(services, store).get("networks")).isEqualTo(List.of("stores"));
        }
        assertThat(part((Map<?, ?>) compose().get("networks"), "stores").get("internal"))
                .isEqualTo(true);
    }

    @Test
    void the_proxy_knows_the_services_there_are() throws IOException {
        Map<?, ?> services = (Map<?, ?>) compose().get("services");
        String proxy = Files.readString(ROOT.resolve("deploy/haproxy.cfg"));
        for (String service : List.of("command-1", "command-2", "query-1", "query-2")) {
            assertThat(services.containsKey(service)).isTrue();
            assertThat(proxy).contains("server " + service + " " + service + ":8080");
        }
    }

    @Test
    void the_compose_client_takes_the_file_and_refuses_it_without_a_secret() throws Exception {
        List<String> client = composeClient();
        assumeTrue(!client.isEmpty(), "skipped: there is no docker compose on this machine");
        // The example in place of what an operator may have filled in: empty is missing.
        client.addAll(List.of("--env-file", ".env.example", "--file", "docker-compose.yml", "config"));
        Map<String, String> whole = new TreeMap<>(SETTINGS);
        SECRETS.forEach(secret -> whole.put(secret, "tried"));

        Ended taken = run(whole, client);
        assertThat(taken.code).as(taken.said).isZero();

        whole.remove("JALON_QUERY_PASSWORD");
        Ended refused = run(whole, client);
        assertThat(refused.code).isNotZero();
        assertThat(refused.said).contains("the password of the role jalon_query is missing in .env");
    }

    @Test
    void the_proxy_takes_its_file() throws Exception {
        assumeTrue(answers("haproxy", "-v"), "skipped: there is no haproxy on this machine");

        Ended ended = run(Map.of(), List.of("haproxy", "-c", "-f", "deploy/haproxy.cfg"));
        assertThat(ended.code).as(ended.said).isZero();
    }

    private static List<String> composeClient() throws Exception {
        if (answers("docker", "compose", "version")) {
            return new ArrayList<>(List.of("docker", "compose"));
        }
        return answers("docker-compose", "version") ? new ArrayList<>(List.of("docker-compose")) : List.of();
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return run(Map.of(), List.of(command)).code == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static Ended run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(SECRETS);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private static Map<?, ?> compose() throws IOException {
        return new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return (Map<?, ?>) whole.get(name);
    }

    private static Stream<String> names(Map<?, ?> services, String attribute) {
        return services.keySet().stream()
                .map(String::valueOf)
                .filter(name -> part(services, name).containsKey(attribute));
    }
}
