package fr.jalon.events.entry;

import org.jspecify.annotations.Nullable;

/** An organisation (<i>organisme</i>): one id is one of them, and has one name, in whatever part it appears. */
public record Organisation(Slug id, @Nullable String name) implements Thing {
    public static Organisation of(String id) {
        return new Organisation(new Slug(id), null);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Organisation that && id.equals(that.id);
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
