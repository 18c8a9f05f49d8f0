package fr.jalon.tables.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An OpenDocument workbook (ISO/IEC 26300) being written: its zip, its styles, and the one part that holds all sheets.
 * It says neither when nor by whom it was made.
 */
final class OdsFile implements Closeable {
    static final String HEAD = "head";
    static final String TEXT = "text";
    static final String SHOWN = "shown";
    static final String HIDDEN = "hidden";
    private static final String MEDIA_TYPE = Format.ODS.mediaType();
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"\
             manifest:version="1.2">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """.formatted(MEDIA_TYPE);

    /** As wide as a letter is, in millimetres. */
    private static final int LETTER = 2;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final OdsXml content;
    private final List<String> sheets = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param widths those that columns of it have, in letters
     * @param colours those that heads of it have, as {@code CFDDF5}
     */
    OdsFile(OutputStream out, Set<Integer> widths, Set<String> colours) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        stored("mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
        next("META-INF/manifest.xml");
        zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        next("content.xml");
        this.content = new OdsXml(zip, "office:document-content");
        styles(widths, colours);
        content.open("office:body").open("office:spreadsheet");
    }

    /** Of what is in colour. */
    static String head(String colour) {
        return HEAD + "-" + colour;
    }

    static String width(int letters) {
        return "width-" + letters;
    }

    OdsXml content() {
        return content;
    }

    /** Begins a sheet, whose first row stays where it is when the others move. */
    OdsXml sheet(String name, String style) throws IOException {
        sheets.add(name);
        return content.open("table:table", "table:name", name, "table:style-name", style);
    }

    private void styles(Set<Integer> widths, Set<String> colours) throws IOException {
        content.open("office:automatic-styles");
        content.open("number:text-style", "style:name", "letters")
                .empty("number:text-content")
                .close();
        for (int letters : widths) {
            content.open("style:style", "style:name", width(letters), "style:family", "table-column")
                    .empty("style:table-column-properties", "style:column-width", letters * LETTER + "mm")
                    .close();
        }
        for (String style : List.of(SHOWN, HIDDEN)) {
            content.open("style:style", "style:name", style, "style:family", "table")
                    .empty("style:table-properties", "table:display", String.valueOf(style.equals(SHOWN)))
                    .close();
        }
        cellStyle(TEXT, "letters").close();
        cellStyle(HEAD, "")
                .empty("style:text-properties", "fo:font-weight", "bold")
                .close();
        for (String colour : colours) {
            cellStyle(head(colour), "")
                    .empty("style:table-cell-properties", "fo:background-color", "#" + colour)
                    .empty("style:text-properties", "fo:font-weight", "bold")
                    .close();
        }
        content.close();
    }

    private OdsXml cellStyle(String name, String format) throws IOException {
        return content.open(
                "style:style", "style:name", name, "style:family", "table-cell", "style:data-style-name", format);
    }

    private void next(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** The first part is found by its place, and so neither packed nor spoken of behind it. */
    private void stored(String part, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    @Override
    public void close() throws IOException {
        content.end();
        next("settings.xml");
        OdsXml settings = new OdsXml(zip, "office:document-settings");
        settings.open("office:settings")
                .open("config:config-item-set", "config:name", "ooo:view-settings")
                .open("config:config-item-map-indexed", "config:name", "Views")
                .open("config:config-item-map-entry");
        setting(settings, "ViewId", "string", "view1");
        settings.open("config:config-item-map-named", "config:name", "Tables");
        for (String sheet : sheets) {
            settings.open("config:config-item-map-entry", "config:name", sheet);
            setting(settings, "VerticalSplitMode", "short", "2");
            setting(settings, "VerticalSplitPosition", "int", "1");
            setting(settings, "ActiveSplitRange", "short", "2");
            setting(settings, "PositionBottom", "int", "1");
            settings.close();
        }
        settings.end();
        zip.close();
    }

    private static void setting(OdsXml settings, String name, String type, String value) throws IOException {
        settings.open("config:config-item", "config:name", name, "config:type", type)
                .text(value)
                .close();
    }
}
