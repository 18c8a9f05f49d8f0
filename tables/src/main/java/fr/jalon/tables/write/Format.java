package fr.jalon.tables.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of a file. */
public enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    JSON("application/json"),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What the file's name ends with. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Their extensions, in a row. */
    public static String listed(List<Format> formats) {
        return formats.stream().map(Format::extension).collect(Collectors.joining(", "));
    }

    /** With the charset, where it is text that does not say so itself. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is a workbook, which has sheets and is packed. */
    public boolean isWorkbook() {
        return this == XLSX || this == ODS;
    }

    /** Whether the same content makes the same bytes at any time: a workbook says when it was made, or is packed. */
    public boolean isAlwaysTheSame() {
        return !isWorkbook();
    }

    /** The one that a file's name ends with. */
    public static Optional<Format> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }
}
