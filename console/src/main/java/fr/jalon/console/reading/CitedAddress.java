package fr.jalon.console.reading;

import fr.jalon.console.draw.QrSvg;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of a page, both dates fixed, as a code that a telephone reads off a printed page. */
@Controller
public final class CitedAddress {
    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final String OURS = "/console/";
    /** In bytes, which is what a code holds so many of. */
    private static final int LONGEST = 1000;

    @GetMapping("/console/address.svg")
    ResponseEntity<String> code(@RequestParam String of) {
        if (!of.startsWith(OURS) || of.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String server =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(QrSvg.of(server + of, server + of));
    }
}
