package fr.jalon.standalone.cli.client;

import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Trouble;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** The form of a file of entries, by how its name ends: JSON lines unless it is a table's. */
public enum FileForm {
    LINES("application/x-ndjson"),
    CSV("text/csv"),
    WORKBOOK("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument.spreadsheet");

    /** Tables that must be saved in another form first. */
    private static final Set<String> UNREADABLE = Set.of("xls", "xlsm", "xlsb", "fods", "numbers");

    private final String mediaType;

    FileForm(String mediaType) {
        this.mediaType = mediaType;
    }

    public static FileForm of(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (UNREADABLE.contains(ending)) {
            throw new Trouble(ExitCode.USAGE, Messages.say("import.other-table", file));
        }
        return switch (ending) {
            case "csv", "tsv" -> CSV;
            case "xlsx" -> WORKBOOK;
            case "ods" -> OPEN_DOCUMENT;
            default -> LINES;
        };
    }

    public String mediaType() {
        return mediaType;
    }
}
