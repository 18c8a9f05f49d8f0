package fr.jalon.console.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is signed in.
 *
 * @param roles as accounts have them: {@code coordinator/lille}
 */
public record Me(String name, List<String> roles) {
    public boolean isNational() {
        return roles.contains("national");
    }

    public boolean isAuditor() {
        return roles.contains("auditor");
    }

    /** Whether they may look at the machinery: checks, accounts, who looked. */
    public boolean mayOversee() {
        return isNational() || isAuditor();
    }

    /** The territories that they coordinate. */
    public List<String> coordinated() {
        return scopes("coordinator").toList();
    }

    /** The organisation that they fund for. */
    public Optional<String> funder() {
        return scopes("funder").findFirst();
    }

    public boolean mayRecordIn(String territory) {
        return isNational() || coordinated().contains(territory);
    }

    /** Whether they may see an entry of this territory as the log has it, amounts apart. */
    public boolean mayProveIn(String territory) {
        return isAuditor() || funder().isPresent() || mayRecordIn(territory);
    }

    public boolean mayRecord() {
        return isNational() || !coordinated().isEmpty();
    }

    private Stream<String> scopes(String role) {
        return roles.stream()
                .filter(each -> each.startsWith(role + "/"))
                .map(each -> each.substring(role.length() + 1));
    }
}
