package fr.jalon.web.account;

import java.util.List;
import java.util.Optional;

/** Where sign-in looks accounts up, at every request, so that a change counts at once. */
public interface Accounts {
    /** One that is let in. */
    Optional<Account> find(String name);

    /** All there are, by name, those included that are not let in; none where nobody keeps a list. */
    default List<ListedAccount> all() {
        return List.of();
    }
}
