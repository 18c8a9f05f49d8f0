package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.standalone.Asking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.pattern.PathPattern;

/** Every page that somebody comes to from the console's first one, whoever they are and however they look at it. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {
    /** What is come to by sending a form alone, or by no page's address. */
    private static final Set<String> AFTER_A_FORM = Set.of(
            "/",
            "/console/{first:(?!static$).+}/**",
            "/console/import/preview",
            "/console/meetings/{territory}/{id}",
            "/console/meetings/{territory}/{id}/summary",
            "/console/persons/{person}/held",
            "/console/record/{territory}/done/{entryId}");

    private static final Set<String> FOUND = new TreeSet<>();

    /** What was looked at for barriers, by each trait of the look. */
    private static final Set<String> EXAMINED = new HashSet<>();

    @BeforeAll
    static void look() throws Exception {
        Chromium.running();
        // Somebody to be told on the page of those who were kept for long enough.
        new Asking(Chromium.server(), "national").post("/territories/rouen/entries", """
                {"type": "contribution-acknowledged", "effective": "2015", "reason": "r",
                 "person": {"id": "p-every-page", "name": "Dominique Lointain"}}""");
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of("national", Look.USUAL),
                Arguments.of("national", Look.USUAL.in("en").dark().narrow()),
                Arguments.of("coordinator-lille", Look.USUAL.dark()),
                Arguments.of("coordinator-lille", Look.USUAL.narrow()),
                Arguments.of("coordinator-lille", Look.USUAL.withoutScripts()),
                Arguments.of("auditor", Look.USUAL.in("en")),
                Arguments.of("funder-mel", Look.USUAL.in("en").dark()),
                Arguments.of("analyst", Look.USUAL));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("readers")
    void it_is_sound_and_has_no_barriers(String account, Look look) {
        List<String> wrong = new ArrayList<>();
        try (Screen screen = Screen.of(look, account)) {
            Crawl crawl = new Crawl(screen);
            crawl.each(address -> {
                boolean isExamined = isExamined(crawl.kindOf(address), account, look);
                Stream.concat((isExamined ? screen.flaws() : screen.tooWide()).stream(), screen.faults().stream())
                        .forEach(flaw -> wrong.add(address + "\n    " + flaw));
            });
            crawl.dead().forEach(address -> wrong.add("leads nowhere: " + address));
            FOUND.addAll(crawl.opened().keySet());
        }
        assertThat(wrong).isEmpty();
    }

    /** Each kind of page in each language, colour and width, and of the rest one in four. */
    private static boolean isExamined(String kind, String account, Look look) {
        boolean isNew = EXAMINED.addAll(
                List.of(kind + look.language(), kind + look.scheme(), kind + look.width(), kind + look.hasScripts()));
        return isNew || Sample.has(4, kind, account, look);
    }

    @Order(2)
    @Test
    void it_is_found_by_somebody() {
        assertThat(FOUND).isNotEmpty();
        assertThat(Crawl.kinds().stream().map(PathPattern::getPatternString))
                .filteredOn(kind -> !AFTER_A_FORM.contains(kind) && !FOUND.contains(kind))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/account", "/device"})
    void those_to_sign_in_with_have_no_barriers(String address) {
        for (Look look : List.of(Look.USUAL, Look.USUAL.in("en").dark().narrow())) {
            try (Screen screen = Screen.of(look, "auditor")) {
                assertThat(screen.open(address).flaws()).isEmpty();
            }
        }
    }

    @Test
    void barriers_are_seen() {
        try (Screen screen = Screen.of(Look.USUAL)) {
            screen.page().setContent("<html><body><img src='data:,'><p style='width: 2000px'>x</p></body></html>");

            assertThat(screen.flaws())
                    .anyMatch(flaw -> flaw.startsWith("image-alt"))
                    .anyMatch(flaw -> flaw.startsWith("html-has-lang"))
                    .anyMatch(flaw -> flaw.startsWith("as wide as"));
        }
    }

    @Test
    void what_goes_wrong_in_it_is_seen() {
        try (Screen screen = Screen.of(Look.USUAL, "auditor")) {
            screen.open("/console").page().evaluate("""
                            async () => {
                              document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}));
                              await fetch('http://example.invalid/').catch(() => {});
                              setTimeout(() => { throw new Error('of a script') });
                              await new Promise(done => setTimeout(done, 50));
                            }""");

            assertThat(screen.faults())
                    .anyMatch(fault -> fault.contains("script-src"))
                    .anyMatch(fault -> fault.contains("connect-src"))
                    .anyMatch(fault -> fault.contains("of a script"));
        }
    }
}
