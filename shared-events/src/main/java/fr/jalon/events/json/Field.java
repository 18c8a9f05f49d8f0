package fr.jalon.events.json;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One field of a {@link Shape}. */
public record Field(String name, String pointer, Form form, boolean required, Method accessor) {
    /** What the owner has in it; null for nothing. */
    public @Nullable Object of(Record owner) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
