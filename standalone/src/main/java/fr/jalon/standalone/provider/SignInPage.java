package fr.jalon.standalone.provider;

import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * A page of ours: a template in which {@code {{word}}} stands for something given, or else for a sentence of that name.
 * All of it is escaped, and none of it runs anything.
 */
record SignInPage(String template, Language language, Map<String, String> given, String drawing) {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");
    private static final String NOTICE = "notice";

    SignInPage(String template, Language language, Map<String, String> given) {
        this(template, language, given, "");
    }

    SignInPage with(String word, String value) {
        Map<String, String> more = new HashMap<>(given);
        more.put(word, value);
        return new SignInPage(template, language, more, drawing);
    }

    /** With a picture of our own making, which stands in the template as an element of that name. */
    SignInPage drawing(String svg) {
        return new SignInPage(template, language, given, svg);
    }

    /** With a sentence on top that says what has happened. */
    SignInPage noticing(String sentence) {
        return with(NOTICE, words(sentence, language));
    }

    void write(HttpServletResponse response) throws IOException {
        String content = filled(text(template + ".html")).replace("<drawing/>", drawing);
        String notice = given.containsKey(NOTICE) ? filled("<p role=\"alert\">{{notice}}</p>") : "";
        byte[] page = filled(text("frame.html"))
                .replace("<content/>", notice + content)
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(said(place.group(1))));
    }

    private String said(String word) {
        String value = word.equals("lang") ? language.locale().getLanguage() : given.get(word);
        return HtmlUtils.htmlEscape(value == null ? words(word, language) : value, "UTF-8");
    }

    static String words(String sentence, Language language) {
        return Sentences.of(SignInPage.class, "pages", language).words(sentence);
    }

    /** A file beside this class. */
    static String text(String name) {
        try (InputStream file = Objects.requireNonNull(SignInPage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
