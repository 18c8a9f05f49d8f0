package fr.jalon.store;

import java.util.UUID;

/** What these tests record: an id and a text. */
record Noted(UUID id, String text) {
    static Noted of(String text) {
        return new Noted(UUID.randomUUID(), text);
    }
}
