package fr.jalon.store.axon;

import java.util.UUID;

/** What these tests record: an id and a text. */
public record Noted(UUID id, String text) {
    public static Noted of(String text) {
        return new Noted(UUID.randomUUID(), text);
    }
}
