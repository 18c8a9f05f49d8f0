package fr.jalon.console.page;

import fr.jalon.console.client.At;
import fr.jalon.console.client.Caller;
import fr.jalon.console.client.Me;
import fr.jalon.console.say.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Somebody looking at a page: who they are, in which language, and the two dates in its address.
 *
 * @param path of the page
 * @param asked what else its address asks, without the two dates
 * @param places what territories are called
 */
public record Visit(
        Caller caller,
        Me me,
        Words words,
        At at,
        TwoDates dates,
        String path,
        Map<String, String> asked,
        PlaceNames places) {
    /** The address of another page, with the same two dates. */
    public String to(String path) {
        return address(path, at, Map.of());
    }

    /** The same with one more thing asked. */
    public String to(String path, String name, @Nullable String value) {
        return address(path, at, value == null ? Map.of() : Map.of(name, value));
    }

    /** The same with two things asked. */
    public String to(String path, String name, String value, String other, String otherValue) {
        return address(path, at, otherValue.isEmpty() ? Map.of(name, value) : Map.of(name, value, other, otherValue));
    }

    /** A file of what this page shows. */
    public String file(String path, String format) {
        return UriComponentsBuilder.fromUriString(address(path, at, asked))
                .queryParam("format", format)
                .build()
                .toUriString();
    }

    /** This page on another day. */
    public String on(@Nullable String day) {
        return address(path, at.on(day), asked);
    }

    /** This page as known at another instant. */
    public String knownAt(@Nullable String instant) {
        return address(path, at.knownAt(instant), asked);
    }

    /** This page in a language. */
    public String in(String language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(address(path, at, asked));
        return address.queryParam("lang", language).build().toUriString();
    }

    /** This page with another of the things it asks. */
    public String with(String name, @Nullable String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(address(path, at, asked));
        return value == null
                ? address.replaceQueryParam(name).build().toUriString()
                : address.replaceQueryParam(name, "{value}")
                        .encode()
                        .buildAndExpand(Map.of("value", value))
                        .toUriString();
    }

    private static String address(String path, At at, Map<String, String> asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(path);
        asked.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (at.asOf() != null) {
            address.queryParam("asOf", "{asOf}");
        }
        if (at.knownAt() != null) {
            address.queryParam("knownAt", "{knownAt}");
        }
        Map<String, @Nullable Object> values = new HashMap<>(asked);
        values.put("asOf", at.asOf());
        values.put("knownAt", at.knownAt());
        return address.encode().buildAndExpand(values).toUriString();
    }
}
