package fr.jalon.console.importing;

import fr.jalon.tables.read.CsvRows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.workbook.OdsTables;
import fr.jalon.tables.workbook.XlsxTables;
import fr.jalon.tables.write.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A table of entries as it was sent, kept while somebody looks at what would become of it. */
final class SentTable {
    private final String name;
    private final Format format;
    private final byte[] bytes;

    SentTable(String name, Format format, byte[] bytes) {
        this.name = name;
        this.format = format;
        this.bytes = bytes.clone();
    }

    /** The form of a table by how its name ends; empty where it is none that is read. */
    static Optional<Format> formatOf(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Format.of(ending.equals("tsv") ? Format.CSV.extension() : ending)
                .filter(format -> format == Format.CSV || format.isWorkbook());
    }

    String name() {
        return name;
    }

    /** Without a charset: it is found out from what was sent. */
    String mediaType() {
        return format == Format.CSV ? "text/csv" : format.mediaType();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What is done with its tables while they are open. */
    interface Reading<T> {
        T read(Tables tables) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        if (format == Format.CSV) {
            try (Tables tables = Tables.of(CsvRows.open(new ByteArrayInputStream(bytes), null))) {
                return reading.read(tables);
            }
        }
        Path file = Files.createTempFile("jalon-import", null);
        try {
            Files.write(file, bytes);
            try (Tables tables = format == Format.ODS ? OdsTables.open(file) : XlsxTables.open(file)) {
                return reading.read(tables);
            }
        } finally {
            Files.delete(file);
        }
    }
}
