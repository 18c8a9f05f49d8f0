package fr.jalon.tables.workbook;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of an OpenDocument workbook (ISO/IEC 26300) that are shown. All of them are in one part, which is gone
 * through twice: for their names and first rows, then for the rows, sheet after sheet.
 */
public final class OdsTables implements Tables {
    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final String MANIFEST = "meta-inf/manifest.xml";

    private final Parts parts;
    private final OdsStyles styles = new OdsStyles();
    private final SheetNames sheets = new SheetNames();
    private final List<OdsRows> shown = new ArrayList<>();
    private @Nullable OdsSheets second;

    private OdsTables(Parts parts) {
        this.parts = parts;
    }

    public static OdsTables open(Path file) throws IOException {
        OdsTables tables = new OdsTables(Parts.open(file));
        try {
            tables.open();
            return tables;
        } catch (IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (isEncrypted()) {
            throw new BrokenTableException(TableFaultCode.NOT_A_WORKBOOK, 1);
        }
        readStyles(STYLES);
        readStyles(CONTENT);
        try (OdsSheets first = new OdsSheets(parts.part(CONTENT, Parts.ALL), styles)) {
            while (first.nextSheet()) {
                int place = sheets.count();
                String name = sheets.add(first.name());
                if (first.isShown()) {
                    shown.add(new OdsRows(place, name, first.nextRow()));
                }
            }
        }
        if (shown.isEmpty()) {
            throw new BrokenTableException(TableFaultCode.NO_SHEET, 1);
        }
        parts.again();
        second = new OdsSheets(parts.part(CONTENT, Parts.ALL), styles);
    }

    /** What is behind a password has all its parts, and nothing in them that can be read. */
    private boolean isEncrypted() throws IOException {
        if (parts.has(MANIFEST)) {
            try (Part part = parts.part(MANIFEST, Parts.SMALL)) {
                while (part.next()) {
                    if (part.opens("encryption-data")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void readStyles(String name) throws IOException {
        if (parts.has(name)) {
            try (Part part = parts.part(name, Parts.ALL)) {
                styles.add(part);
            }
            parts.again();
        }
    }

    @Override
    public List<Rows> shown() {
        return List.copyOf(shown);
    }

    @Override
    public List<String> sheets() {
        return sheets.all();
    }

    @Override
    public void close() throws IOException {
        if (second != null) {
            second.close();
        }
        parts.close();
    }

    /** The rows of one sheet: the first one is known, for the others the sheets before it are passed over. */
    private final class OdsRows implements Rows {
        private final int place;
        private final String sheet;
        private final @Nullable Row first;
        private boolean hasBegun;

        OdsRows(int place, String sheet, @Nullable Row first) {
            this.place = place;
            this.sheet = sheet;
            this.first = first;
        }

        @Override
        public @Nullable Row next() throws IOException {
            if (!hasBegun || first == null || second == null) {
                hasBegun = true;
                return first;
            }
            if (second.place() < place) {
                while (second.place() < place && second.nextSheet()) {
                    // On to the next one.
                }
                var _ = second.nextRow();
            }
            if (second.place() > place) {
                throw new IllegalStateException("Sheets are gone through in order");
            }
            return second.nextRow();
        }

        @Override
        public String sheet() {
            return sheet;
        }

        @Override
        public void close() {}
    }
}
