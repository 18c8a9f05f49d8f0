package fr.jalon.tables.column;

import fr.jalon.events.entry.Slug;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says a thing is: its id, {@code adpei}; its name, « ADPEI »; or both, {@code adpei (ADPEI)} as exports
 * write it and « ADPEI (adpei) » as pick lists do.
 */
public sealed interface ThingCell {
    /** It says the id itself. */
    record Told(String id, @Nullable String name) implements ThingCell {}

    /** Its name is that of a thing which the register has. */
    record Found(String id) implements ThingCell {}

    /** Nothing is called so yet: the id is made of the name, or for a person for it. */
    record Made(String id, String name) implements ThingCell {}

    /** Several things are called so. */
    record Several(Set<String> ids) implements ThingCell {}

    Pattern ID_FIRST = Pattern.compile("(?s)([a-z0-9-]+) *\\((.*)\\)");
    Pattern NAME_FIRST = Pattern.compile("(?s)(.*\\S)\\s*\\(([a-z0-9-]+)\\)");

    /** What a cell says of a thing of this kind, without the spaces around it. */
    static ThingCell of(String cell, String kind, KnownThings known) {
        if (Slug.isSlug(cell)) {
            return new Told(cell, null);
        }
        Matcher idFirst = ID_FIRST.matcher(cell);
        if (idFirst.matches() && Slug.isSlug(idFirst.group(1))) {
            return new Told(idFirst.group(1), idFirst.group(2));
        }
        Set<String> called = known.called(kind, cell);
        if (called.size() > 1) {
            return new Several(called);
        }
        if (!called.isEmpty()) {
            return new Found(called.iterator().next());
        }
        Matcher nameFirst = NAME_FIRST.matcher(cell);
        if (nameFirst.matches() && Slug.isSlug(nameFirst.group(2))) {
            String id = nameFirst.group(2);
            // A pick list may be older than the name: it tells which one is meant, and renames nothing.
            return new Told(id, known.has(kind, id) ? null : nameFirst.group(1));
        }
        String id = known.newId(kind, cell);
        if (id.isEmpty()) {
            return new Told(cell, null);
        }
        return known.has(kind, id) ? new Found(id) : new Made(id, cell);
    }
}
