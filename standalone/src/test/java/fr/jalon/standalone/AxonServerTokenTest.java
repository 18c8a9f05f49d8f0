package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.axonserver.OnAxonServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services that Axon Server does not let in, or that speak to it as it does not: they start, and say what is wrong. */
@OnAxonServer
class AxonServerTokenTest {
    private static final String TOKEN = "the-right-token";
    private static final String OPENING =
            "{\"type\": \"territory-opened\", \"effective\": \"2015\", \"name\": \"Gap\", \"kind\": \"city\"}";

    @Test
    void a_wrong_token_or_tls_on_one_side_only_is_in_health_and_hinders_no_service_that_has_it_right(
            @TempDir Path directory) throws Exception {
        try (AxonServerStand stand = new AxonServerStand(
                directory,
                Path.of("target"),
                Map.of(
                        "axoniq.axonserver.accesscontrol.enabled", "true",
                        "axoniq.axonserver.accesscontrol.token", TOKEN,
                        "axoniq.axonserver.accesscontrol.admin-token", "the-administrator-s"))) {
            stand.tell("JALON_AXON_SERVER_TOKEN", "a-wrong-token");
            Service unknown = stand.startCommandService();
            Service unknownReader = stand.startQueryService();
            stand.tell("JALON_AXON_SERVER_TOKEN", TOKEN);
            stand.tell("JALON_AXON_SERVER_TLS", "true");
            Service encrypted = stand.startCommandService();
            stand.tell("JALON_AXON_SERVER_TLS", "false");
            Service right = stand.startCommandService();
            Service reader = stand.startQueryService();
            right.awaitHealthy();
            reader.awaitHealthy();

            says(stand, unknown, "Axon Server refuses the token");
            says(stand, unknownReader, "Axon Server refuses the token");
            says(stand, encrypted, "Axon Server does not speak TLS, or its certificate is not trusted");
            for (Service wrong : new Service[] {unknown, encrypted}) {
                assertThat(wrong.isReady()).isFalse();
                assertThat(stand.asking(wrong)
                                .post("/territories/gap/entries", OPENING)
                                .statusCode())
                        .isEqualTo(503);
            }
            assertThat(stand.asking(right)
                            .post("/territories/gap/entries", OPENING)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(stand.asking(reader).status("/territories/gap?minPosition=1"))
                    .isEqualTo(200);
        }
    }

    private static void says(Stand stand, Service service, String trouble) throws Exception {
        SeveralServices.await(service::isAlive);
        assertThat(stand.asking(service)
                        .health()
                        .at("/components/axonServer/details/trouble")
                        .asString())
                .isEqualTo(trouble);
    }
}
