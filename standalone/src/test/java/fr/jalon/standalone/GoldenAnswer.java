package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** An answer as its golden file has it: the status, the headers by their names, an empty line, the body. */
final class GoldenAnswer {
    /** Those that say how or when the answer came and not what it is. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    /** Those of every answer, shown where {@code [Headers]: all} is wished. */
    private static final Set<String> OF_EVERY_ANSWER = Set.of(
            "content-security-policy",
            "cross-origin-resource-policy",
            "referrer-policy",
            "x-content-type-options",
            "x-frame-options",
            "x-request-id",
            "x-xss-protection");

    /** The files in archives that are text for people. */
    private static final List<String> READ = List.of(".json", ".ndjson", ".txt", ".note", ".xml", ".rels");

    private GoldenAnswer() {}

    static byte[] of(int status, HttpHeaders headers, byte[] body, GoldenRequest asked) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(("HTTP " + status + "\n").getBytes(UTF_8));
        for (var header : new TreeMap<>(headers.map()).entrySet()) {
            if (isShown(header.getKey(), asked)) {
                for (String value : header.getValue()) {
                    file.write((header.getKey() + ": " + value + "\n").getBytes(UTF_8));
                }
            }
        }
        file.write('\n');
        file.write(isArchive(body) ? parts(body) : body);
        return GoldenMask.applied(asked.wishes().getOrDefault("Mask", ""), file.toByteArray());
    }

    private static boolean isShown(String header, GoldenRequest asked) {
        return !OF_THE_CONNECTION.contains(header)
                && (!OF_EVERY_ANSWER.contains(header) || asked.wishes().containsKey("Headers"));
    }

    private static boolean isArchive(byte[] body) {
        return body.length > 4 && body[0] == 'P' && body[1] == 'K' && body[2] == 3 && body[3] == 4;
    }

    /** Each file of an archive under its name, as it is; by its digest where nobody would read it here. */
    private static byte[] parts(byte[] archive) throws IOException {
        Path file = Files.write(Files.createTempFile(Path.of("target"), "answer", ".zip"), archive);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    parts.write(part(entry.getName(), content.readAllBytes()));
                }
            }
        } finally {
            Files.delete(file);
        }
        return parts.toByteArray();
    }

    private static byte[] part(String name, byte[] content) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("=== " + name + "\n").getBytes(UTF_8));
        part.writeBytes(shown(name, content));
        part.write('\n');
        return part.toByteArray();
    }

    private static byte[] shown(String name, byte[] content) throws IOException {
        if (READ.stream().anyMatch(name::endsWith) && !name.startsWith("schemas/")) {
            return content;
        }
        return (name.endsWith(".pdf") ? text(content) : "sha256 " + sha256(content)).getBytes(UTF_8);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setLineSeparator("\n");
            return text.getText(document);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
