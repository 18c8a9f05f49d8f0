package fr.jalon.web.account;

import fr.jalon.events.entry.Slug;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: the account behind a request.
 *
 * @param name the account's name, a slug
 * @param mandates the roles it has, one at least, in order and each once; it may what any of them may
 */
public record Actor(String name, List<Mandate> mandates) implements Principal {
    private static final String BETWEEN = ",";

    public Actor {
        if (!Slug.isSlug(name)) {
            throw new IllegalArgumentException("An account's name is a slug: lower-case letters, digits, hyphens");
        }
        if (mandates.isEmpty()) {
            throw new IllegalArgumentException("An account has a role");
        }
        mandates = mandates.stream().sorted().distinct().toList();
    }

    /**
     * An actor whose roles are written as accounts are listed: {@code national}, {@code coordinator/lille,funder/mel}.
     *
     * @throws IllegalArgumentException if the name is none, or there is no such role
     */
    public static Actor of(String name, String roleAndScope) {
        return new Actor(
                name,
                Arrays.stream(roleAndScope.split(BETWEEN, -1)).map(Mandate::of).toList());
    }

    /** The roles as accounts are listed, each with what it is for. */
    public String roleAndScope() {
        return mandates.stream().map(Mandate::toString).collect(Collectors.joining(BETWEEN));
    }

    /** The roles alone, as entries and logs tell them. */
    public String roles() {
        return mandates.stream()
                .map(mandate -> mandate.role().code())
                .distinct()
                .collect(Collectors.joining(BETWEEN));
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether they may record in this territory's register. */
    public boolean mayRecordIn(String territory) {
        return may(Right.RECORD, territory, null);
    }

    /** Whether they may record anywhere at all. */
    public boolean mayRecord() {
        return mandates.stream().anyMatch(mandate -> mandate.allowsSomewhere(Right.RECORD));
    }

    /** Whether they may see the persons' names in this territory's register. */
    public boolean maySeeNamesOf(String territory) {
        return may(Right.SEE_NAMES, territory, null);
    }

    /** Whether they may see the names, too, that are limited. */
    public boolean maySeeLimitedNames() {
        return may(Right.SEE_LIMITED_NAMES, null, null);
    }

    /** Whether they may see what this organisation gives in this territory; null where nobody says who gives it. */
    public boolean maySeeAmounts(String territory, @Nullable String organisation) {
        return may(Right.SEE_AMOUNTS, territory, organisation);
    }

    /** Whether they may see whatever anybody gives. */
    public boolean maySeeAllAmounts() {
        return may(Right.SEE_AMOUNTS, null, null);
    }

    /** Whether they may carry all registers away. */
    public boolean mayAudit() {
        return may(Right.AUDIT, null, null);
    }

    /** Whether they may see what all that this organisation gives comes to. */
    public boolean maySeeTotalsOf(String organisation) {
        return may(Right.SEE_TOTALS, null, organisation);
    }

    /** Whether they may see what an entry of this territory says, as the log has it. */
    public boolean mayProveIn(String territory) {
        return may(Right.PROVE, territory, null);
    }

    /** Whether a right of theirs goes as far as this territory and this organisation; null for neither or for all. */
    public boolean may(Right right, @Nullable String territory, @Nullable String organisation) {
        return mandates.stream().anyMatch(mandate -> mandate.allows(right, territory, organisation));
    }
}
