package fr.jalon.web.account;

import fr.jalon.events.entry.Slug;
import java.security.Principal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: the account behind a request.
 *
 * @param name the account's name, a slug
 * @param scope the territory of a coordinator, the organisation of a funder; null for the other roles
 */
public record Actor(String name, Role role, @Nullable String scope) implements Principal {
    public Actor {
        if (!Slug.isSlug(name)) {
            throw new IllegalArgumentException("An account's name is a slug: lower-case letters, digits, hyphens");
        }
        if (role.isScoped() != (scope != null) || (scope != null && !Slug.isSlug(scope))) {
            throw new IllegalArgumentException(
                    "A coordinator has a territory and a funder an organisation, nobody else");
        }
    }

    /**
     * An actor whose role is written as accounts are listed: {@code national}, {@code coordinator/lille}.
     *
     * @throws IllegalArgumentException if the name is none, or there is no such role
     */
    public static Actor of(String name, String roleAndScope) {
        String[] parts = roleAndScope.split("/", 2);
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.code().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a role is national, coordinator/TERRITORY, auditor, funder/ORGANISATION or metrics"));
        return new Actor(name, role, parts.length > 1 ? parts[1] : null);
    }

    /** The role as accounts are listed, with what it is for. */
    public String roleAndScope() {
        return scope == null ? role.code() : role.code() + "/" + scope;
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether they may record in this territory's register. */
    public boolean mayRecordIn(String territory) {
        return switch (role) {
            case NATIONAL -> true;
            case COORDINATOR -> Objects.equals(scope, territory);
            case AUDITOR, FUNDER, METRICS -> false;
        };
    }

    /** Whether they may carry all registers away and have all checked. */
    public boolean mayAudit() {
        return switch (role) {
            case NATIONAL, AUDITOR -> true;
            case COORDINATOR, FUNDER, METRICS -> false;
        };
    }

    /** Whether they may carry away what this organisation's fundings rest on. */
    public boolean mayAuditFunder(String organisation) {
        return switch (role) {
            case NATIONAL, AUDITOR -> true;
            case FUNDER -> Objects.equals(scope, organisation);
            case COORDINATOR, METRICS -> false;
        };
    }

    /** Whether they may record anywhere at all. */
    public boolean mayRecord() {
        return switch (role) {
            case NATIONAL, COORDINATOR -> true;
            case AUDITOR, FUNDER, METRICS -> false;
        };
    }
}
