package fr.jalon.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Where a text is found that should be nowhere. */
final class FoundText {
    private FoundText() {}

    /** All texts of an answer, of the files that are packed in it too. */
    static String in(byte[] content) throws IOException {
        if (content.length > 4 && content[0] == 'P' && content[1] == 'K') {
            List<String> texts = new ArrayList<>();
            Path file = Files.write(Files.createTempFile("answer", ".zip"), content);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry each : zip.stream().toList()) {
                    texts.add(in(zip.getInputStream(each).readAllBytes()));
                }
            } finally {
                Files.delete(file);
            }
            return String.join("\n", texts);
        }
        if (content.length > 4 && new String(content, 0, 4, StandardCharsets.US_ASCII).equals("%PDF")) {
            try (var document = Loader.loadPDF(content)) {
                return new PDFTextStripper().getText(document);
            }
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The files under a directory that have this text in them, in either of two encodings. */
    static List<Path> filesWith(String text, Path data) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> found = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try {
                    byte[] content = Files.readAllBytes(file);
                    if (isIn(content, utf8) || isIn(content, utf16)) {
                        found.add(file);
                    }
                } catch (NoSuchFileException gone) {
                    // The database's own.
                }
            }
            return found;
        }
    }

    private static boolean isIn(byte[] content, byte[] sought) {
        String latin = new String(content, StandardCharsets.ISO_8859_1);
        return latin.contains(new String(sought, StandardCharsets.ISO_8859_1));
    }
}
