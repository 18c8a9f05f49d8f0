package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** A thing of the kind that the field it stands in is named after: a programme, a person, a funding. */
public record Reference(Slug id, @Nullable String name) implements Thing {
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
