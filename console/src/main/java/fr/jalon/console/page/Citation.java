package fr.jalon.console.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * How to cite an answer: the address that gives it for ever, and the digest of its bytes.
 *
 * @param link in the register, with both dates
 * @param digest as {@code Repr-Digest} has it (RFC 9530)
 */
public record Citation(@Nullable String link, @Nullable String digest) {
    private static final Pattern BOOKMARK = Pattern.compile("<([^>]+)>; rel=\"bookmark\"");

    /** Of an answer that says both. */
    public static Citation of(ResponseEntity<?> answer) {
        HttpHeaders headers = answer.getHeaders();
        String link = headers.getOrEmpty(HttpHeaders.LINK).stream()
                .map(BOOKMARK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
        return new Citation(link, headers.getFirst("Repr-Digest"));
    }
}
