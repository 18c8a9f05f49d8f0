package fr.jalon.console.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture shows, as a table for whoever reads it otherwise. */
public record DrawnTable(String caption, List<String> headers, List<List<Field>> rows) {
    /** One field of a row. */
    public record Field(String text, @Nullable String address) {
        static Field of(String text) {
            return new Field(text, null);
        }
    }
}
