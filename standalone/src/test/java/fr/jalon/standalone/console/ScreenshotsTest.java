package fr.jalon.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of every page, for people to look at: {@code ./jalon screenshots DIR}. */
@EnabledIfSystemProperty(
        named = ScreenshotsTest.FOLDER,
        matches = ".+",
        disabledReason = "SKIPPED: pictures are made by ./jalon screenshots DIR")
class ScreenshotsTest {
    static final String FOLDER = "jalon.screenshots";

    private static final Look PHONE = new Look("fr", Look.USUAL.scheme(), 390, 844, true);
    private static final List<Look> LOOKS = Stream.of(Look.USUAL, PHONE)
            .flatMap(look -> Stream.of(look, look.dark()))
            .flatMap(look -> Stream.of(look, look.in("en")))
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"national", "coordinator-lille", "auditor", "funder-mel", "analyst"})
    void every_page_has_its_pictures(String account) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty(FOLDER), account));
        for (Look look : LOOKS) {
            try (Screen screen = Screen.of(look, account)) {
                Crawl crawl = new Crawl(screen);
                crawl.each(address -> screen.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(folder.resolve(name(crawl.kindOf(address)) + " " + look + ".png"))));
                assertThat(crawl.opened()).isNotEmpty();
            }
        }
    }

    /** {@code /console/territories/{territory}/why} as {@code territories-territory-why}. */
    private static String name(String kind) {
        String name =
                kind.replaceFirst("^/console/?", "").replaceAll("[{}]", "").replace('/', '-');
        return name.isEmpty() ? "home" : name;
    }
}
