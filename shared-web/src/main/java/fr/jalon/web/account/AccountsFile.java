package fr.jalon.web.account;

import fr.jalon.events.entry.Slug;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.start.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Accounts by configuration: a file with one account a line, {@code name role hash}, the role of a coordinator and a
 * funder with their territory or organisation behind a slash, several roles with commas between
 * ({@code coordinator/lille,funder/mel}). Empty lines and those that begin with {@code #} say nothing. It is read once,
 * at the start.
 */
public final class AccountsFile implements Accounts {
    /** What {@code jalon hash-password} prints: dear enough to try, and no dearer than a sign-in can bear. */
    private static final Pattern HASH = Pattern.compile("\\{bcrypt}\\$2[aby]\\$1[0-4]\\$[./A-Za-z0-9]{53}");

    private final Map<String, Account> accounts;

    private AccountsFile(Map<String, Account> accounts) {
        this.accounts = accounts;
    }

    /**
     * The accounts of {@code jalon.accounts.file} where one is named, which then are all there are; else those in the
     * database.
     *
     * @param file blank where none is named
     * @throws RefusedStart if the file cannot be read or understood, with the line at fault
     */
    public static Accounts orStored(String file, DataSource database) {
        if (!file.isBlank()) {
            return read(Path.of(file));
        }
        ServiceDatabase.require(database, "access");
        return new StoredAccounts(database);
    }

    static AccountsFile read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new RefusedStart("The accounts' file (jalon.accounts.file) " + file + " cannot be read.");
        }
        Map<String, Account> accounts = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, file + ", line " + number, accounts);
            }
        }
        if (accounts.isEmpty()) {
            throw new RefusedStart("The accounts' file (jalon.accounts.file) " + file + " has no account.");
        }
        return new AccountsFile(Map.copyOf(accounts));
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public List<ListedAccount> all() {
        return accounts.values().stream()
                .map(account -> new ListedAccount(account.actor(), true, false))
                .sorted(Comparator.comparing(listed -> listed.actor().name()))
                .toList();
    }

    private static void add(String line, String place, Map<String, Account> accounts) {
        String[] parts = line.split("\\s+", -1);
        String name = parts[0];
        if (!Slug.isSlug(name)) {
            // It may be a hash or a password put first by mistake, so it is not repeated.
            throw new RefusedStart(place + ": a name is a slug: lower-case letters, digits, hyphens.");
        }
        String account = place + ", account " + name;
        if (parts.length != 3) {
            throw new RefusedStart(account + ": an account is a name, a role and a hash, with spaces between.");
        }
        Actor actor = actor(name, parts[1], account);
        if (!HASH.matcher(parts[2]).matches()) {
            throw new RefusedStart(account + ": the hash is not one that jalon hash-password prints.");
        }
        if (accounts.containsKey(name)) {
            throw new RefusedStart(account + ": the name is given twice.");
        }
        if (accounts.values().stream().anyMatch(other -> other.passwordHash().equals(parts[2]))) {
            throw new RefusedStart(account + ": another account has the same hash, and so the same password.");
        }
        accounts.put(name, new Account(actor, parts[2]));
    }

    private static Actor actor(String name, String roleAndScope, String account) {
        try {
            return Actor.of(name, roleAndScope);
        } catch (IllegalArgumentException e) {
            throw new RefusedStart(account + ": " + e.getMessage() + ".");
        }
    }
}
