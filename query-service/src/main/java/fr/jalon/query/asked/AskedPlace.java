package fr.jalon.query.asked;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.web.request.FromParameters;
import org.jspecify.annotations.Nullable;

/** Up to where a request wants something read, as far as it says so. */
@FromParameters(Asked.KNOWN_AT)
public final class AskedPlace {
    private final Axes axes;
    private final @Nullable String given;

    AskedPlace(Axes axes, @Nullable String given) {
        this.axes = axes;
        this.given = given;
    }

    /** In one register: its end if the request names no place. */
    public RegisterPlace inRegister() {
        return axes.place(Asked.KNOWN_AT, given);
    }

    /** In all registers, where only an instant means the same in each. */
    public @Nullable KnownAt inAll() {
        return given == null ? null : axes.knownAt(Asked.KNOWN_AT, given);
    }
}
