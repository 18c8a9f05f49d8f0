package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/**
 * Something the register speaks of: its id is what it is, its name only what it is called at present. Two references to
 * one id are equal, whatever name they give.
 */
public record Reference(Slug id, @Nullable String name) {
    public static Reference to(String id) {
        return new Reference(new Slug(id), null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reference that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.text();
    }
}
