package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import fr.jalon.web.security.WrittenLog;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TokenTest {
    private static LocalIssuer issuer;
    private static SmallService service;
    private static Client client;

    @BeforeAll
    static void start() throws IOException {
        issuer = new LocalIssuer();
        service = new SmallService("--jalon.issuer=" + issuer.url());
        client = new Client(service.port());
    }

    @AfterAll
    static void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void whoever_brings_a_token_acts_in_the_role_that_it_names() {
        HttpResponse<String> answer = ask(issuer.token(issuer.claims()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("claire", "lille");
    }

    @Test
    void a_password_opens_as_before_unless_told_otherwise() {
        assertThat(client.send(client.as("auditor", "/things/me")).statusCode()).isEqualTo(200);
        try (SmallService tokensOnly = new SmallService("--jalon.issuer=" + issuer.url(), "--jalon.basic=false")) {
            Client other = new Client(tokensOnly.port());
            HttpResponse<String> refused = other.send(other.as("auditor", "/things/me"));

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(challenge(refused)).isEqualTo("Bearer realm=\"Jalon\"");
        }
    }

    @Test
    void a_service_that_would_let_nobody_in_does_not_start() {
        assertThatThrownBy(() -> new SmallService("--jalon.basic=false").close())
                .rootCause()
                .hasMessageContaining("jalon.issuer");
    }

    @Test
    void whoever_brings_nothing_is_told_both_ways_in() {
        HttpResponse<String> answer = client.send(client.anonymous("/things/me"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(challenge(answer)).startsWith("Basic realm=").endsWith(", Bearer realm=\"Jalon\"");
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        refused(new PlainJWT(issuer.claims().build()).serialize(), "that one of its keys signed");
    }

    @Test
    void a_token_signed_with_the_public_key_as_if_it_were_a_secret_is_refused() throws JOSEException {
        byte[] publicKey = issuer.key().toRSAPublicKey().getEncoded();
        refused(
                LocalIssuer.signed(issuer.claims(), JWSAlgorithm.HS256, issuer.key(), new MACSigner(publicKey)),
                "that one of its keys signed");
    }

    @Test
    void a_token_that_another_key_signed_under_the_name_of_the_right_one_is_refused() {
        RSAKey another = LocalIssuer.newKey(Objects.requireNonNull(issuer.key().getKeyID()));
        refused(
                LocalIssuer.signed(issuer.claims(), JWSAlgorithm.RS256, another, LocalIssuer.signer(another)),
                "that one of its keys signed");
    }

    @Test
    void a_token_that_was_altered_is_refused() {
        String[] token = issuer.token(issuer.claims()).split("\\.", -1);
        String[] other = issuer.token(issuer.claims().subject("boss")).split("\\.", -1);
        refused(token[0] + "." + other[1] + "." + token[2], "that one of its keys signed");
    }

    @Test
    void an_expired_token_is_refused() {
        JWTClaimsSet.Builder old = issuer.claims()
                .issueTime(at(Duration.ofMinutes(-5)))
                .notBeforeTime(at(Duration.ofMinutes(-5)))
                .expirationTime(at(Duration.ofMinutes(-1)));
        refused(issuer.token(old), "expired");
    }

    @Test
    void a_token_that_never_expires_is_refused() {
        refused(issuer.token(issuer.claims().expirationTime(null)), "expired");
    }

    @Test
    void a_token_that_does_not_hold_yet_is_refused() {
        refused(issuer.token(issuer.claims().notBeforeTime(at(Duration.ofMinutes(2)))), "not hold yet");
    }

    @Test
    void a_token_for_another_service_is_refused() {
        refused(issuer.token(issuer.claims().audience("account")), "jalon has to be in its audience");
        refused(issuer.token(issuer.claims().audience((String) null)), "jalon has to be in its audience");
    }

    @Test
    void a_token_of_another_issuer_is_refused_though_the_key_is_the_same() {
        refused(issuer.token(issuer.claims().issuer(issuer.url() + "/other")), "another issuer");
    }

    @Test
    void a_token_that_names_no_account_is_refused() {
        refused(issuer.token(issuer.claims().subject(null)), "The claim sub");
        refused(issuer.token(issuer.claims().subject("Claire Dupont")), "The claim sub");
    }

    @Test
    void a_role_that_is_none_here_lets_nobody_do_anything() {
        for (Object roles : new Object[] {
            List.of("offline_access", "coordinator", "national/lille", "NATIONAL"), List.of(), "boss", 3, Map.of()
        }) {
            HttpResponse<String> answer = ask(issuer.token(issuer.claims().claim("jalon_roles", roles)));
            assertThat(answer.statusCode()).as(roles.toString()).isEqualTo(403);
            assertThat(answer.body()).contains("The claim jalon_roles", "forbidden");
            assertThat(challenge(answer)).contains("error=\"insufficient_scope\"");
        }
        assertThat(ask(issuer.token(issuer.claims().claim("jalon_roles", null))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void roles_that_others_have_a_use_for_do_no_harm() {
        assertThat(ask(issuer.token(issuer.claims().claim("jalon_roles", List.of("offline_access", "auditor"))))
                        .body())
                .contains("auditor");
    }

    @Test
    void who_collects_metrics_sees_nothing_of_the_register_by_a_token_either() {
        assertThat(ask(issuer.token(issuer.claims().claim("jalon_roles", "metrics")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_claims_that_count_are_a_setting() {
        try (SmallService other = new SmallService(
                "--jalon.issuer=" + issuer.url(), "--jalon.account-claim=login", "--jalon.roles-claim=roles")) {
            String token = issuer.token(issuer.claims().claim("login", "anne").claim("roles", "auditor other"));

            assertThat(new Client(other.port()).send(bearer(new Client(other.port()), token)))
                    .extracting(HttpResponse::statusCode)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_token_signed_with_a_new_key_is_taken_without_a_restart_and_one_with_the_old_key_no_more()
            throws IOException {
        try (LocalIssuer turning = new LocalIssuer();
                SmallService other = new SmallService("--jalon.issuer=" + turning.url())) {
            Client there = new Client(other.port());
            String before = turning.token(turning.claims());
            assertThat(there.send(bearer(there, before)).statusCode()).isEqualTo(200);

            turning.changeKey();

            assertThat(there.send(bearer(there, turning.token(turning.claims())))
                            .statusCode())
                    .isEqualTo(200);
            // Nor are the keys asked for again at once, only because somebody names one that is gone.
            assertThat(there.send(bearer(there, before)).statusCode()).isIn(401, 503);
        }
    }

    @Test
    void an_issuer_that_is_away_is_no_fault_of_the_token_and_keeps_nobody_with_a_password_out() throws IOException {
        LocalIssuer away = new LocalIssuer();
        try (SmallService other = new SmallService("--jalon.issuer=" + away.url())) {
            away.close();
            Client there = new Client(other.port());
            HttpResponse<String> answer = there.send(bearer(there, away.token(away.claims())));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(there.send(there.as("auditor", "/things/me")).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_no_token_is_refused() {
        for (String garbled : List.of("x", "a.b.c", "..", "%", "x".repeat(4000))) {
            assertThat(ask(garbled).statusCode()).as(garbled).isEqualTo(401);
        }
    }

    @Test
    void a_token_in_the_address_or_in_a_form_counts_for_nothing() {
        String token = issuer.token(issuer.claims());

        assertThat(client.send(client.anonymous("/things/me?access_token=" + token))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void that_somebody_signed_in_is_told_once_of_each_token() {
        try (WrittenLog log = new WrittenLog()) {
            String token = issuer.token(issuer.claims().subject("told-once"));
            ask(token);
            ask(token);
            ask(issuer.token(issuer.claims().subject("told-once").jwtID("another")));

            assertThat(log.lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("signed-in account=told-once role=coordinator address="))
                    .noneMatch(line -> line.contains(token));
        }
    }

    private static Date at(Duration from) {
        return Date.from(Instant.now().plus(from));
    }

    private static void refused(String token, String reason) {
        HttpResponse<String> answer = ask(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(Client.json(answer).path("code").asString("")).isEqualTo("not-signed-in");
        assertThat(Client.json(answer).path("detail").asString("")).contains(reason);
        assertThat(challenge(answer)).isEqualTo("Bearer realm=\"Jalon\", error=\"invalid_token\"");
    }

    private static HttpResponse<String> ask(String token) {
        return client.send(bearer(client, token));
    }

    private static HttpRequest.Builder bearer(Client client, String token) {
        return client.anonymous("/things/me")
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token);
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
    }
}
