package fr.jalon.console.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Files that the register makes, passed on to whoever is at the screen. */
public final class Passed {
    private Passed() {}

    /** An answer of the register as it is, under the name that it has there. */
    public static ResponseEntity<byte[]> on(ResponseEntity<byte[]> answer) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(answer.getHeaders().getContentType());
        headers.setContentDisposition(answer.getHeaders().getContentDisposition());
        return ResponseEntity.ok().headers(headers).body(answer.getBody());
    }

    /** A file that was made here. */
    public static ResponseEntity<byte[]> file(byte[] content, String mediaType, String name) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
