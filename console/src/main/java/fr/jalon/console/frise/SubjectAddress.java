package fr.jalon.console.frise;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a subject is shown on both axes, on any two dates. */
final class SubjectAddress {
    private final String path;

    private SubjectAddress(String path) {
        this.path = path;
    }

    /** @param through up to which position the picture is drawn; all that is recorded if null */
    static SubjectAddress of(String territory, String subject, String key, @Nullable String through) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/territories/{territory}/subject")
                .queryParam("subject", "{subject}")
                .queryParam("key", "{key}");
        if (through != null) {
            address.queryParam("through", "{through}");
        }
        return new SubjectAddress(address.encode()
                .buildAndExpand(Map.of(
                        "territory",
                        territory,
                        "subject",
                        subject,
                        "key",
                        key,
                        "through",
                        through == null ? "" : through))
                .toUriString());
    }

    /** @param knownAt as an address has it; now if null */
    String on(@Nullable LocalDate day, @Nullable String knownAt) {
        String dated = day == null ? path : path + "&asOf=" + day;
        return knownAt == null
                ? dated
                : dated
                        + UriComponentsBuilder.newInstance()
                                .queryParam("knownAt", "{knownAt}")
                                .encode()
                                .buildAndExpand(knownAt)
                                .toUriString()
                                .replace('?', '&');
    }
}
