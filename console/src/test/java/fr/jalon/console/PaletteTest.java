package fr.jalon.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the style sheet, and what the document on the design says of them. */
class PaletteTest {
    private static final Pattern ROOT = Pattern.compile(":root \\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final Pattern ROW = Pattern.compile("`([a-z-]+)` on `([a-z-]+)` \\| ([0-9.]+) \\| ([0-9.]+)");
    private static final double OF_TEXT = 4.5;

    @Test
    void the_document_tells_each_contrast_as_it_is_and_all_are_enough_for_text() throws IOException {
        String sheet = Files.readString(Path.of("../console/src/main/resources/fr/jalon/console/static/console.css"));
        List<String> roots =
                ROOT.matcher(sheet).results().map(root -> root.group(1)).toList();
        Map<String, Integer> light = colours(roots.getFirst());
        Map<String, Integer> dark = new HashMap<>(light);
        dark.putAll(colours(roots.get(1)));

        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("../docs/design.md")))
                .results()
                .toList();

        assertThat(rows).hasSizeGreaterThan(10).allSatisfy(row -> {
            assertThat(light).containsKeys(row.group(1), row.group(2));
            assertThat(contrast(light, row)).as(row.group()).isEqualTo(row.group(3));
            assertThat(contrast(dark, row)).as(row.group()).isEqualTo(row.group(4));
            assertThat(List.of(row.group(3), row.group(4)))
                    .allMatch(contrast -> Double.parseDouble(contrast) >= OF_TEXT);
        });
    }

    private static Map<String, Integer> colours(String root) {
        Map<String, Integer> colours = new HashMap<>();
        COLOUR.matcher(root).results().forEach(each -> colours.put(each.group(1), Integer.parseInt(each.group(2), 16)));
        return colours;
    }

    /** As WCAG 2.2 computes it. */
    private static String contrast(Map<String, Integer> colours, MatchResult row) {
        double one = luminance(colours.getOrDefault(row.group(1), 0));
        double other = luminance(colours.getOrDefault(row.group(2), 0));
        return String.format(Locale.ROOT, "%.1f", (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05));
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
