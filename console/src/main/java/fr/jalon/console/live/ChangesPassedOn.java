package fr.jalon.console.live;

import fr.jalon.console.client.ChangeStream;
import fr.jalon.console.page.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register's own stream of changes, for scripts of the console's pages, which ask nobody else. It lasts as long as
 * the register's does; a browser connects again by itself.
 */
@RestController
public final class ChangesPassedOn {
    private static final int PART = 1 << 12;
    private static final byte[] AGAIN = "retry: 5000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final ChangeStream changes;

    ChangesPassedOn(ChangeStream changes) {
        this.changes = changes;
    }

    @GetMapping("/console/changes")
    void changes(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Visit visit,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try (InputStream told = changes.open(visit.caller(), lastEventId)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            // Reverse proxies that gather what they pass on would keep it from the reader.
            response.setHeader("X-Accel-Buffering", "no");
            pass(told, response.getOutputStream());
        } catch (ChangeStream.NoStream refused) {
            if (refused.isForNow()) {
                // A browser asks again where a stream ends, never where it is refused.
                response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
                response.getOutputStream().write(AGAIN);
            } else {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            }
        }
    }

    /** Until the register ends it, or the reader is gone, which writing tells. */
    private static void pass(InputStream told, OutputStream out) throws IOException {
        byte[] part = new byte[PART];
        out.flush();
        for (int read = told.read(part); read >= 0; read = told.read(part)) {
            out.write(part, 0, read);
            out.flush();
        }
    }
}
