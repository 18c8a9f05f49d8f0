package fr.jalon.web.token;

import fr.jalon.events.entry.Slug;
import fr.jalon.web.account.Actor;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which claims of a token tell who acts.
 *
 * @param account the claim with the account's name
 * @param roles the claim with its roles, each as accounts are listed; what is none here may be one elsewhere
 */
record TokenClaims(String account, String roles) {
    /**
     * Who acts.
     *
     * @throws RefusedToken if no account or no role is named
     */
    Actor actor(Jwt token) {
        String name = token.getClaims().get(account) instanceof String text ? text : "";
        if (!Slug.isSlug(name)) {
            throw new RefusedToken(TokenFault.ACCOUNT, account);
        }
        List<String> known = named(token.getClaims().get(roles))
                .filter(each -> isRole(name, each))
                .distinct()
                .toList();
        if (known.isEmpty()) {
            throw new RefusedToken(TokenFault.ROLE, roles);
        }
        return Actor.of(name, String.join(",", known));
    }

    /** A list, or words in one text. */
    private static Stream<String> named(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> list ->
                list.stream().filter(String.class::isInstance).map(String.class::cast);
            case String words -> Stream.of(words.split("[ ,]+"));
            case null, default -> Stream.of();
        };
    }

    private static boolean isRole(String name, String text) {
        try {
            return !text.contains(",") && Actor.of(name, text).roleAndScope().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
