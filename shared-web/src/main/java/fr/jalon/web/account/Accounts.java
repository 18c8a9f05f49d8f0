package fr.jalon.web.account;

import java.util.Optional;

/** Where sign-in looks accounts up, at every request, so that a change counts at once. */
public interface Accounts {
    Optional<Account> find(String name);
}
