package fr.jalon.console.frise;

import fr.jalon.console.draw.SvgFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A drawing to keep, with the looks that a page gives it. */
final class DrawingFile {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final String LOOKS = looks();

    private DrawingFile() {}

    static ResponseEntity<String> of(String drawing, String name) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".svg")
                                .build()
                                .toString())
                .body(SvgFile.of(drawing, LOOKS));
    }

    private static String looks() {
        try (InputStream looks = DrawingFile.class.getResourceAsStream("/fr/jalon/console/static/draw.css")) {
            return new String(Objects.requireNonNull(looks).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
