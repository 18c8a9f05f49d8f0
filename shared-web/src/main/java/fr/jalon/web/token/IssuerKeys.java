package fr.jalon.web.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import fr.jalon.events.json.Json;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The keys that an issuer signs with, as it publishes them: where, its discovery document says. */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOST_BYTES = 1 << 18;
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** Tokens that name keys which are nowhere make nobody ask more often. */
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private static final Duration KEPT_WHILE_AWAY = Duration.ofHours(1);

    private final String issuer;
    private final String address;
    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);

    private IssuerKeys(String issuer, String address) {
        this.issuer = issuer;
        this.address = address.replaceFirst("/+$", "");
    }

    /**
     * The keys of an issuer, remembered, and asked for again once a token names another one; those last seen hold for a
     * while when it is away.
     *
     * @param address where it is reached from here
     */
    static JWKSource<SecurityContext> of(String issuer, String address) {
        return JWKSourceBuilder.create(new IssuerKeys(issuer, address))
                .cache(KEPT.toMillis(), 2L * PATIENCE_MILLIS)
                .refreshAheadCache(false)
                .rateLimited(BETWEEN.toMillis())
                .outageTolerant(KEPT_WHILE_AWAY.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator ignored, long now, SecurityContext none)
            throws KeySourceException {
        try {
            JsonNode about = Json.parse(text(address + "/.well-known/openid-configuration"));
            if (!about.path("issuer").asString("").equals(issuer)) {
                throw new IOException("What is at " + address + " does not say that it is " + issuer);
            }
            return JWKSet.parse(text(about.path("jwks_uri").asString("")));
        } catch (IOException | ParseException | JacksonException | IllegalArgumentException away) {
            LOG.warn("The keys of {} cannot be had: {}", issuer, away.toString());
            throw new JWKSetRetrievalException("The keys of " + issuer + " cannot be had", away);
        }
    }

    private String text(String url) throws IOException {
        return retriever.retrieveResource(URI.create(url).toURL()).getContent();
    }

    @Override
    public void close() {}
}
