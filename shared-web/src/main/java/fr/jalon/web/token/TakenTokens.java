package fr.jalon.web.token;

import fr.jalon.web.account.Actor;

/** Who a token stands for, asked at every request, so that a change counts at once where accounts are ours. */
public interface TakenTokens {
    /**
     * Who sent it.
     *
     * @throws RefusedToken if it does not hold here
     * @throws org.springframework.security.authentication.AuthenticationServiceException if that cannot be found out
     *     now
     */
    Actor actor(String token);
}
