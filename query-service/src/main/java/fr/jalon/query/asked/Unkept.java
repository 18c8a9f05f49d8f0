package fr.jalon.query.asked;

import fr.jalon.events.json.Json;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that no cache may keep, not even the reader's own. */
public final class Unkept {
    private Unkept() {}

    public static <T> ResponseEntity<T> answer(T body) {
        return answer(HttpStatus.OK, body);
    }

    public static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** Written as it is stored: names in it are opened for the reader afterwards. */
    public static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.bytes(body));
    }
}
