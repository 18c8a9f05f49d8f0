package fr.jalon.standalone.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * What was allowed, and to whom, in memory: a restart has people sign in again. What nobody has allowed yet has a room
 * of its own, so that asking again and again pushes out nobody who is signed in.
 */
final class Authorizations implements OAuth2AuthorizationService {
    private static final int MOST_ASKED = 1_000;
    private static final Duration ASKED_FOR = Duration.ofMinutes(15);
    private static final int MOST_ALLOWED = 10_000;
    /** From when it was allowed, however often a token of it is renewed. */
    private static final Duration ALLOWED_FOR = Duration.ofHours(12);

    /** What is looked up, each by its kind: one never passes for another. */
    private static final Map<String, Function<OAuth2Authorization, @Nullable String>> KINDS = Map.of(
            OAuth2ParameterNames.STATE, allowed -> allowed.getAttribute(OAuth2ParameterNames.STATE),
            OAuth2ParameterNames.CODE, of(OAuth2AuthorizationCode.class),
            OAuth2ParameterNames.ACCESS_TOKEN, of(OAuth2AccessToken.class),
            OAuth2ParameterNames.REFRESH_TOKEN, of(OAuth2RefreshToken.class),
            OAuth2ParameterNames.DEVICE_CODE, of(OAuth2DeviceCode.class),
            OAuth2ParameterNames.USER_CODE, of(OAuth2UserCode.class),
            OidcParameterNames.ID_TOKEN, of(OidcIdToken.class));

    private final Cache<String, OAuth2Authorization> asked = room(MOST_ASKED, ASKED_FOR);
    private final Cache<String, OAuth2Authorization> allowed = room(MOST_ALLOWED, ALLOWED_FOR);
    private final Cache<Key, String> ids = room((MOST_ASKED + MOST_ALLOWED) * KINDS.size(), ALLOWED_FOR);

    private record Key(String kind, String token) {}

    private static <K, V> Cache<K, V> room(int most, Duration life) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.<K, V>creating((key, value) -> life))
                .build();
    }

    private static Function<OAuth2Authorization, @Nullable String> of(Class<? extends OAuth2Token> type) {
        return authorization -> Optional.ofNullable(authorization.getToken(type))
                .map(token -> token.getToken().getTokenValue())
                .orElse(null);
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            // It asks again with its password: nobody looks for it.
            return;
        }
        String id = authorization.getId();
        if (authorization.getAccessToken() == null) {
            asked.put(id, authorization);
        } else {
            allowed.put(id, authorization);
            asked.invalidate(id);
        }
        KINDS.forEach((kind, of) -> {
            String token = of.apply(authorization);
            if (token != null) {
                ids.put(new Key(kind, token), id);
            }
        });
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        asked.invalidate(authorization.getId());
        allowed.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        OAuth2Authorization found = allowed.getIfPresent(id);
        return found == null ? asked.getIfPresent(id) : found;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return (type == null ? KINDS.keySet().stream() : Stream.of(type.getValue()))
                .flatMap(kind -> find(kind, token).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<OAuth2Authorization> find(String kind, String token) {
        Function<OAuth2Authorization, @Nullable String> of = KINDS.get(kind);
        OAuth2Authorization found = Optional.ofNullable(ids.getIfPresent(new Key(kind, token)))
                .map(this::findById)
                .orElse(null);
        if (of == null || found == null) {
            return Optional.empty();
        }
        if (token.equals(of.apply(found))) {
            return Optional.of(found);
        }
        if (kind.equals(OAuth2ParameterNames.REFRESH_TOKEN)) {
            // It was used already, so somebody else has it: whoever of the two is the thief is out.
            remove(found);
        }
        return Optional.empty();
    }
}
