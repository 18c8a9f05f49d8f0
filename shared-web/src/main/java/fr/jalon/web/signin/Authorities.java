package fr.jalon.web.signin;

import fr.jalon.web.account.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security asks of somebody who is signed in: their roles, and by what they proved who they are. */
final class Authorities {
    private Authorities() {}

    /**
     * Those of an actor from now on.
     *
     * @param factor one of {@link FactorGrantedAuthority}'s
     */
    static List<GrantedAuthority> of(Actor actor, String factor) {
        return Stream.concat(
                        actor.mandates().stream()
                                .map(mandate -> new SimpleGrantedAuthority(
                                        "ROLE_" + mandate.role().name())),
                        Stream.of(FactorGrantedAuthority.fromAuthority(factor)))
                .map(GrantedAuthority.class::cast)
                .toList();
    }
}
