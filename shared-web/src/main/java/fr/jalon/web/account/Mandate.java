package fr.jalon.web.account;

import fr.jalon.events.entry.Slug;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A role and what it is held for.
 *
 * @param scope the territory of a coordinator, the organisation of a funder; null for the other roles
 */
public record Mandate(Role role, @Nullable String scope) implements Comparable<Mandate> {
    private static final Comparator<Mandate> ORDER =
            Comparator.comparing(Mandate::role).thenComparing(Mandate::toString);

    public Mandate {
        if (role.isScoped() != (scope != null) || (scope != null && !Slug.isSlug(scope))) {
            throw new IllegalArgumentException(
                    "A coordinator has a territory and a funder an organisation, nobody else");
        }
    }

    /**
     * A mandate as it is written: {@code national}, {@code coordinator/lille}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Mandate of(String text) {
        String[] parts = text.split("/", 2);
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.code().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a role is national, coordinator/TERRITORY, auditor,"
                        + " funder/ORGANISATION, analyst or metrics"));
        return new Mandate(role, parts.length > 1 ? parts[1] : null);
    }

    /** Whether a right goes as far as this territory and this organisation; null for neither or for all of them. */
    boolean allows(Right right, @Nullable String territory, @Nullable String organisation) {
        return switch (Policy.reach(right, role)) {
            case EVERYWHERE -> true;
            case OWN ->
                switch (role) {
                    case COORDINATOR -> Objects.equals(scope, territory);
                    case FUNDER -> Objects.equals(scope, organisation);
                    case NATIONAL, AUDITOR, ANALYST, METRICS -> false;
                };
            case NOWHERE -> false;
        };
    }

    /** Whether a right goes anywhere at all. */
    boolean allowsSomewhere(Right right) {
        return Policy.reach(right, role) != Policy.Reach.NOWHERE;
    }

    @Override
    public int compareTo(Mandate other) {
        return ORDER.compare(this, other);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return scope == null ? role.code() : role.code() + "/" + scope;
    }
}
