package fr.jalon.web.account;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fixed accounts of the demonstration. They live in memory only: a data directory that served a demonstration holds
 * no account with a known password.
 */
public final class DemoAccounts implements Accounts {
    public static final String PASSWORD = "jalon-demo";

    private static final List<String> TERRITORIES =
            List.of("paris", "lyon", "lille", "strasbourg", "nantes", "charente", "marseille", "rouen");
    private static final List<String> FUNDERS = List.of("metropole-lyon", "mel");

    private final Map<String, Account> accounts = new TreeMap<>();

    private DemoAccounts() {
        String hash = Passwords.hash(PASSWORD);
        actors().forEach(actor -> accounts.put(actor.name(), new Account(actor, hash)));
    }

    /**
     * The accounts, for a server bound to this address.
     *
     * @throws IllegalArgumentException if other machines could reach it
     */
    public static DemoAccounts boundTo(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "The demonstration's password is public: it serves 127.0.0.1 or ::1 only, not "
                            + address.getHostAddress());
        }
        return new DemoAccounts();
    }

    /** Who they are: the national team, coordinators, an auditor, funders, an analyst, a collector of metrics. */
    public static List<Actor> actors() {
        return Stream.of(
                        Stream.of(Actor.of("national", "national")),
                        TERRITORIES.stream()
                                .map(territory -> Actor.of("coordinator-" + territory, "coordinator/" + territory)),
                        Stream.of(Actor.of("auditor", "auditor")),
                        FUNDERS.stream().map(funder -> Actor.of("funder-" + funder, "funder/" + funder)),
                        Stream.of(Actor.of("analyst", "analyst"), Actor.of("metrics", "metrics")))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }
}
