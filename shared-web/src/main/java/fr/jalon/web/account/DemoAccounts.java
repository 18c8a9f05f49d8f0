package fr.jalon.web.account;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The accounts of the demonstration, the same at each start. They live in memory only, changes too: a data directory
 * that served a demonstration holds no account with a known password.
 */
public final class DemoAccounts implements Accounts {
    public static final String PASSWORD = "jalon-demo";

    private static final List<String> TERRITORIES =
            List.of("paris", "lyon", "lille", "strasbourg", "nantes", "charente", "marseille", "rouen");
    private static final List<String> FUNDERS = List.of("metropole-lyon", "mel");

    private final Map<String, Account> accounts = new TreeMap<>();
    private final Set<String> disabled = new HashSet<>();
    /** The step of each account's last code. */
    private final Map<String, Long> used = new HashMap<>();

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
    public synchronized Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name)).filter(account -> !disabled.contains(name));
    }

    @Override
    public synchronized List<ListedAccount> all() {
        return accounts.values().stream()
                .map(account -> new ListedAccount(
                        account.actor(), !disabled.contains(account.actor().name()), account.secondFactor() != null))
                .toList();
    }

    /** As the function {@code access.keep} judges of a register's. */
    synchronized AccountVerdict change(Actor asking, AccountChange change) {
        if (change instanceof AccountChange.ChangeOwn own) {
            return find(asking.name())
                    .filter(account -> own.account().equals(asking.name()))
                    .filter(account -> account.passwordHash().equals(own.passwordHash()))
                    .flatMap(account -> changed(account, own.change()))
                    .map(this::put)
                    .orElse(AccountVerdict.NOT_ALLOWED);
        }
        if (!isNational(asking.name())) {
            return AccountVerdict.NOT_ALLOWED;
        }
        String name = change.account();
        Account before = accounts.get(name);
        if (before == null) {
            return change instanceof AccountChange.Make make
                    ? put(new Account(make.actor(), make.passwordHash()))
                    : AccountVerdict.UNKNOWN;
        }
        return switch (change) {
            case AccountChange.Make _ -> AccountVerdict.TAKEN;
            case AccountChange.GiveRoles give ->
                name.equals(asking.name())
                        ? AccountVerdict.OWN_ROLES
                        : put(new Account(give.actor(), before.passwordHash(), before.secondFactor()));
            case AccountChange.ChangeOwn _ -> AccountVerdict.NOT_ALLOWED;
            case AccountChange.ForgetSecondFactor _ -> put(new Account(before.actor(), before.passwordHash()));
            case AccountChange.SetPassword set ->
                put(new Account(before.actor(), set.passwordHash(), before.secondFactor()));
            case AccountChange.Enable _ -> {
                disabled.remove(name);
                yield AccountVerdict.DONE;
            }
            case AccountChange.Disable _ -> {
                if (isNational(name)
                        && accounts.keySet().stream().filter(this::isNational).count() == 1) {
                    yield AccountVerdict.LAST_NATIONAL;
                }
                disabled.add(name);
                yield AccountVerdict.DONE;
            }
        };
    }

    /** The account with that changed; nothing where it cannot be. */
    private Optional<Account> changed(Account before, AccountChange.Own change) {
        SecondFactor factor = before.secondFactor();
        return switch (change) {
            case AccountChange.Own.Password password ->
                Optional.of(new Account(before.actor(), password.newHash(), factor));
            case AccountChange.Own.AddSecondFactor add ->
                factor == null && usesUp(before, add.step())
                        ? Optional.of(new Account(before.actor(), before.passwordHash(), add.factor()))
                        : Optional.empty();
            case AccountChange.Own.DropSecondFactor _ ->
                Optional.of(new Account(before.actor(), before.passwordHash()));
            case AccountChange.Own.UseCode code -> usesUp(before, code.step()) ? Optional.of(before) : Optional.empty();
            case AccountChange.Own.UseRecoveryCode code ->
                factor != null && factor.recovery().contains(code.digest())
                        ? Optional.of(
                                new Account(before.actor(), before.passwordHash(), without(factor, code.digest())))
                        : Optional.empty();
        };
    }

    private boolean usesUp(Account account, long step) {
        String name = account.actor().name();
        boolean isLater = used.getOrDefault(name, 0L) < step;
        if (isLater) {
            used.put(name, step);
        }
        return isLater;
    }

    private static SecondFactor without(SecondFactor factor, String code) {
        return new SecondFactor(
                factor.secret(),
                factor.recovery().stream().filter(each -> !each.equals(code)).toList());
    }

    private AccountVerdict put(Account account) {
        accounts.put(account.actor().name(), account);
        return AccountVerdict.DONE;
    }

    private boolean isNational(String name) {
        return find(name)
                .filter(account -> account.actor().may(Right.KEEP_ACCOUNTS, null, null))
                .isPresent();
    }
}
