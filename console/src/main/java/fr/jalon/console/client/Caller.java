package fr.jalon.console.client;

import fr.jalon.events.language.Language;

/**
 * For whom the register is asked: with their token, and answered in their language.
 *
 * @param token sent as {@code Authorization: Bearer}
 */
public record Caller(String token, Language language) {
    /** Never the token: what is logged is no secret. */
    @Override
    public String toString() {
        return "Caller[" + language + "]";
    }
}
