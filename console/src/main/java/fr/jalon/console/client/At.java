package fr.jalon.console.client;

import org.jspecify.annotations.Nullable;

/**
 * The two dates of a question, as the contract has them.
 *
 * @param asOf a day; today if null
 * @param knownAt an instant, a day or a position; now if null
 */
public record At(@Nullable String asOf, @Nullable String knownAt) {
    /** Today, as known now. */
    public static final At NOW = new At(null, null);

    /** On another day, as known at the same instant. */
    public At on(@Nullable String day) {
        return new At(day, knownAt);
    }

    /** On the same day, as known at another instant. */
    public At knownAt(@Nullable String instant) {
        return new At(asOf, instant);
    }
}
