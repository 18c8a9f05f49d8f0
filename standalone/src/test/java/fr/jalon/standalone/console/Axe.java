package fr.jalon.standalone.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Barriers that axe-core finds in a page, by WCAG 2.2 AA and by what is good practice. */
final class Axe {
    private static final String SCRIPT = read();
    private static final String RUN = """
            async () => {
              const tooLong = new Promise((_, fail) => setTimeout(() => fail(new Error('axe takes too long')), 60_000));
              const found = await Promise.race([tooLong, axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
              })]);
              return found.violations.flatMap(one => one.nodes.map(node =>
                `${one.id}: ${node.html} (${node.failureSummary.replace(/\\s+/g, ' ')})`));
            }""";

    private Axe() {}

    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + ";0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
