package fr.jalon.console.reading;

import fr.jalon.console.page.Passed;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.SheetColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a page shows, to be carried away as a table: the same words, as people read them.
 *
 * @param name of its file
 * @param headers of its columns
 * @param rows each with a cell for each column
 */
record ShownTable(String name, List<String> headers, List<List<String>> rows) {
    private static final Set<Format> FORMS = Set.of(Format.CSV, Format.XLSX, Format.ODS);

    /** The form of this name; there is no such page where it is none. */
    static Format form(String extension) {
        return Format.of(extension)
                .filter(FORMS::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ResponseEntity<byte[]> file(Format form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<SheetColumn> columns = headers.stream()
                .map(header -> new SheetColumn(header, true, List.of()))
                .toList();
        try (Sheet sheet = Sheet.open(form, out, columns, true)) {
            for (List<String> row : rows) {
                sheet.row(row);
            }
        }
        return Passed.file(out.toByteArray(), form.mediaType(), name + "." + form.extension());
    }
}
