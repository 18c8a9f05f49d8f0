package fr.jalon.tables.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made by hand, part by part, as spreadsheets would not. */
public final class Zipped {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String PREFIXES = """
             xmlns:office="§office:1.0" xmlns:table="§table:1.0" xmlns:text="§text:1.0" xmlns:style="§style:1.0"\
             xmlns:number="§datastyle:1.0" xmlns:draw="§drawing:1.0"\
             xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"\
            """.replace("§", "urn:oasis:names:tc:opendocument:xmlns:");

    private final Map<String, String> parts = new LinkedHashMap<>();
    private UnaryOperator<String> name = UnaryOperator.identity();
    private String pattern = "";
    private int times;
    private String ending = ".xlsx";

    private Zipped() {}

    /** One sheet with these rows. */
    public static Zipped sheet(String rows) {
        return new Zipped()
                .with("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='" + OFFICE
                                + "'><sheets><sheet name='Feuille 1' r:id='r0'/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relationships(
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "sharedStrings",
                                "sharedStrings.xml",
                                "styles",
                                "styles.xml"))
                .with("xl/sharedStrings.xml", "<sst/>")
                .with("xl/styles.xml", "<styleSheet/>")
                .with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** An OpenDocument workbook with these sheets. */
    public static Zipped sheets(String sheets) {
        return content("", sheets);
    }

    /** The same with styles. */
    public static Zipped content(String styles, String sheets) {
        Zipped zipped = new Zipped();
        zipped.ending = ".ods";
        return zipped.with(
                "content.xml",
                "<office:document-content " + PREFIXES + "><office:automatic-styles>" + styles
                        + "</office:automatic-styles><office:body><office:spreadsheet>" + sheets
                        + "</office:spreadsheet></office:body></office:document-content>");
    }

    /**
     * The same with another part, or another content of one. {@code §} in it stands for what {@link #repeated} says.
     */
    public Zipped with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    /** The same without a part. */
    public Zipped without(String part) {
        parts.remove(part);
        return this;
    }

    /** The same with parts that are called otherwise than those who speak of them say. */
    public Zipped called(UnaryOperator<String> name) {
        this.name = name;
        return this;
    }

    /** The same with other ways from the workbook to its sheet and its shared texts. */
    public Zipped targets(String sheet, String texts) {
        return with(
                "xl/_rels/workbook.xml.rels",
                relationships("worksheet", sheet, "sharedStrings", texts, "styles", "styles.xml"));
    }

    /** The same with one relationship more. */
    public Zipped related(String part, String id, String type, String target) {
        String more =
                "<Relationship Id='%s' Type='%s/%s' Target='%s'/></Relationships>".formatted(id, OFFICE, type, target);
        return with(part, parts.getOrDefault(part, "").replace("</Relationships>", more));
    }

    /** What stands for {@code §}, however often: it is never in memory as a whole. */
    public Zipped repeated(String pattern, int times) {
        this.pattern = pattern;
        this.times = times;
        return this;
    }

    /** Writes it into this folder. */
    public Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "classeur", ending);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(name.apply(part.getKey())));
                write(zip, part.getValue());
            }
        }
        return file;
    }

    private void write(OutputStream zip, String content) throws IOException {
        int at = content.indexOf('§');
        if (at < 0) {
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            return;
        }
        zip.write(content.substring(0, at).getBytes(StandardCharsets.UTF_8));
        int many = Math.clamp(times, 1, 10_000);
        byte[] block = pattern.repeat(many).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i += many) {
            zip.write(block);
        }
        zip.write(content.substring(at + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String relationships(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder("<Relationships xmlns='" + RELATIONSHIPS + "'>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id='r%d' Type='%s/%s' Target='%s'/>"
                    .formatted(i, OFFICE, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return xml.append("</Relationships>").toString();
    }
}
