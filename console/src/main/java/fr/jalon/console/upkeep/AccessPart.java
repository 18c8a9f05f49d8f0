package fr.jalon.console.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who came in, who was refused, what was carried away: a page of it, the latest first. */
public record AccessPart(List<Access> accesses, @Nullable String next) {
    /** One of them; never what was seen, nor what somebody typed. */
    public record Access(
            long number,
            Instant at,
            String kind,
            @Nullable String account,
            @Nullable String role,
            @Nullable String operation,
            @Nullable String about,
            @Nullable String code,
            @Nullable String address,
            @Nullable String request,
            long leftOut) {}
}
