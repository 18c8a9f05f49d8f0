package fr.jalon.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An answer as its golden file has it: the status, the headers in the order of their names, an empty line, the body. */
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

    /** Each file of an archive under its name, as it is where it is text. */
    private static byte[] parts(byte[] archive) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                parts.write(("=== " + entry.getName() + "\n").getBytes(UTF_8));
                parts.write(content);
                parts.write('\n');
            }
        }
        return parts.toByteArray();
    }
}
