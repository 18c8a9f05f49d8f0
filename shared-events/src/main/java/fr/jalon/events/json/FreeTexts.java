package fr.jalon.events.json;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.Header;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The free texts of an entry: every text that people write as they like, wherever it stands. What things, territories
 * and budget lines are called is none: registers compare it. A field that a new type of entry brings is one at once.
 */
public final class FreeTexts {
    private static final Set<String> CALLED = Set.of("name", "budgetLine");
    private static final Shape HEADER = Shape.of(Header.class);

    private FreeTexts() {}

    /**
     * Where a text stands.
     *
     * @param owner the entry that it is the content of: of what a correction says instead, the entry that it corrects
     * @param pointer where in that entry (JSON pointer)
     * @param sent the entry that says so
     * @param sentAt where in that one
     */
    public record Place(UUID owner, String pointer, UUID sent, String sentAt) {}

    /** What a text is to be replaced by. */
    @FunctionalInterface
    public interface Replacement {
        String of(Place place, String text);
    }

    /** The entry with others in the place of its texts; itself where each is its own replacement. */
    public static Entry replaced(Entry entry, Replacement replacement) {
        return replaced(entry, entry.entryId(), "", replacement);
    }

    private static Entry replaced(Entry entry, UUID sent, String sentAt, Replacement replacement) {
        In in = new In(entry.entryId(), sent, sentAt, replacement);
        Header before = entry.header();
        Header header = (Header) in.record(HEADER, null, before, "");
        return (Entry) in.record(Shape.of(entry.getClass()), header.equals(before) ? null : header, (Record) entry, "");
    }

    /** One entry's, or one content's. */
    private record In(UUID owner, UUID sent, String sentAt, Replacement replacement) {
        /** @param header the other header that it gets; null where it has none, or keeps its own */
        Record record(Shape shape, @Nullable Header header, Record before, String at) {
            List<Field> fields = shape.fields();
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            boolean isOther = header != null;
            for (int i = 0; i < values.length; i++) {
                Field field = fields.get(i);
                Object value = field.of(before);
                values[i] = value == null || CALLED.contains(field.name())
                        ? value
                        : value(field.form(), value, at + field.pointer());
                isOther |= !Objects.equals(values[i], value);
            }
            Header kept = before instanceof Entry entry ? entry.header() : null;
            return isOther ? (Record) shape.create(header == null ? kept : header, values) : before;
        }

        private Object value(Form form, Object value, String at) {
            return switch (form) {
                case Form.Text ignored
                when value instanceof String text -> replacement.of(new Place(owner, at, sent, sentAt + at), text);
                case Form.Many(Form item) when item instanceof Form.Text -> items(item, (List<?>) value, at);
                case Form.Nested(Shape shape) -> record(shape, null, (Record) value, at);
                case Form.Content ignored -> replaced((Entry) value, sent, sentAt + at, replacement);
                case Form.Text ignored -> value;
                case Form.Many ignored -> value;
                case Form.Count ignored -> value;
                case Form.Flag ignored -> value;
                case Form.Choice ignored -> value;
                case Form.Named ignored -> value;
            };
        }

        private Object items(Form item, List<?> before, String at) {
            List<Object> after = IntStream.range(0, before.size())
                    .mapToObj(i -> value(item, before.get(i), at + "/" + i))
                    .toList();
            return before.equals(after) ? before : after;
        }
    }
}
