package fr.jalon.console.page;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What territories are called, for pages that know them by their ids. Kept for a minute, as nearly every page asks;
 * what everybody who is signed in may know is kept for all.
 */
final class TerritoryNames {
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** One that is not known may just have been opened. */
    private static final Duration SURE = Duration.ofSeconds(2);

    private final RegisterCalls register;
    private final InstantSource clock;
    private volatile Asked last = new Asked(Map.of(), Instant.MIN);

    private record Asked(Map<String, String> names, Instant at) {}

    TerritoryNames(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** Its name; its id while nobody gave it one. */
    String of(String territory, Caller caller) {
        Asked known = last;
        Duration age = known.at.equals(Instant.MIN) ? KEPT : Duration.between(known.at, clock.instant());
        boolean isOld = age.compareTo(known.names.containsKey(territory) ? KEPT : SURE) >= 0;
        if (isOld) {
            known = asked(caller);
            last = known;
        }
        return known.names.getOrDefault(territory, territory);
    }

    private Asked asked(Caller caller) {
        Map<String, String> names = new HashMap<>();
        for (StateTold each : register.territories(caller, At.NOW).territories()) {
            names.put(each.territory(), Objects.requireNonNullElse(each.name(), each.territory()));
        }
        return new Asked(Map.copyOf(names), clock.instant());
    }
}
