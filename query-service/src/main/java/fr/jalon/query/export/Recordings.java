package fr.jalon.query.export;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Remark;
import fr.jalon.readmodel.question.History.Item;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries as rows: where and by whom each was recorded, what it says, and what was said of it. */
final class Recordings {
    /** What the register says of an entry is named apart from what the entry says: both know a position. */
    private static final String REGISTER = "register.";

    /** An entry's number, by which people speak of it. */
    static final String POSITION = REGISTER + "position";

    /** How it stands: only what is in force counts. */
    static final String STANDING = REGISTER + "standing";

    /** The numbers of the entries by which it stands so. */
    static final String REPLACED_BY = REGISTER + "replacedBy";

    /** The number of the entry that it speaks of: the one that it corrects, say. */
    static final String ABOUT = REGISTER + "about";

    /** What a table of entries to record again says of each first. */
    static final List<String> OF_NUMBERED = List.of(POSITION, STANDING);

    /** What it says after that, where any of them needs it. */
    static final List<String> OF_NUMBERED_FURTHER = Stream.concat(
                    Stream.of(REPLACED_BY, ABOUT), Cells.OF_ENTRIES.keySet().stream())
            .toList();

    /** What every row has; the columns of entries come after these, and remarks among them. */
    static final List<String> COLUMNS = List.of(
            POSITION,
            REGISTER + "recordedAt",
            REGISTER + "actor",
            REGISTER + "role",
            "entryId",
            "territory",
            "type",
            "effective",
            "status");

    private Recordings() {}

    /** The column for what was said of an entry. */
    static List<String> remarkColumns() {
        return Stream.of(Remark.Kind.values()).map(Recordings::column).toList();
    }

    private static String column(Remark.Kind kind) {
        return REGISTER + kind.code() + "By";
    }

    static Map<String, @Nullable Object> row(Item item) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(POSITION, item.position());
        row.put(REGISTER + "recordedAt", item.recordedAt().toString());
        row.put(REGISTER + "actor", item.actor());
        row.put(REGISTER + "role", item.role());
        row.putAll(entry(item));
        item.remarks().forEach((kind, by) -> row.put(column(kind), ids(by)));
        return row;
    }

    /** What the entry says, its number, and how it stands. */
    static Map<String, @Nullable Object> numbered(Item item, Map<String, @Nullable Object> standing) {
        Map<String, @Nullable Object> row = entry(item);
        row.put(POSITION, item.position());
        row.putAll(standing);
        return row;
    }

    /** What the entry says, and no more. */
    static Map<String, @Nullable Object> entry(Item item) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        JsonNode entry = Json.stored(item.content());
        for (Column column : Columns.of(EntryType.named(item.type()).orElseThrow())) {
            Object cell = Cells.of(entry, column);
            if (cell != null) {
                row.put(column.name(), cell);
            }
        }
        return row;
    }

    private static String ids(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
    }
}
