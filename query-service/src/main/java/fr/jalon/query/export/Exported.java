package fr.jalon.query.export;

import fr.jalon.tables.write.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be carried away of one register or all. */
public enum Exported {
    /** Subjects and outlook on a day, a row each. */
    STATE,
    /** All that was recorded, a row each, with what was said of it. */
    HISTORY,
    /** Fundings on a day, a row each. */
    FUNDING,
    /** Fundings on a day as {@link Scdl} wants them, those that it can take. */
    FUNDING_SCDL,
    /** The others, and why. */
    FUNDING_SCDL_LEFT_OUT,
    /** All that was recorded, as {@link CloudEvent}s. */
    EVENTS,
    /** All that was recorded, and nothing else: as it can be recorded again elsewhere. */
    ENTRIES;

    /** What its file is called, without the extension. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is another one on another day of the world. */
    public boolean isOfADay() {
        return switch (this) {
            case STATE, FUNDING, FUNDING_SCDL, FUNDING_SCDL_LEFT_OUT -> true;
            case HISTORY, EVENTS, ENTRIES -> false;
        };
    }

    /** Its forms, the first one for who does not care. */
    public List<Format> formats() {
        return switch (this) {
            case STATE, HISTORY, FUNDING, FUNDING_SCDL_LEFT_OUT ->
                List.of(Format.CSV, Format.XLSX, Format.ODS, Format.JSON);
            case FUNDING_SCDL -> List.of(Format.CSV);
            case EVENTS -> List.of(Format.NDJSON);
            case ENTRIES -> List.of(Format.NDJSON, Format.CSV, Format.XLSX, Format.ODS);
        };
    }

    /** The one whose file is called so. */
    public static Optional<Exported> of(String fileName) {
        return Arrays.stream(values())
                .filter(each -> each.fileName().equals(fileName))
                .findFirst();
    }

    /** The names of all files there are. */
    public static List<String> files() {
        return Arrays.stream(values())
                .flatMap(each -> each.formats().stream().map(format -> each.fileName() + "." + format.extension()))
                .toList();
    }
}
