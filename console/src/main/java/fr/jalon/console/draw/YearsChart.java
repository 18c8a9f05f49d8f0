package fr.jalon.console.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Sums year by year: what is certain is solid, what is only possible is hatched above it. What nobody knows the amount
 * of is counted beside the year, never drawn as nothing.
 *
 * @param title what it shows
 * @param years in order
 */
public record YearsChart(String title, List<Year> years) {
    private static final int HEIGHT = 220;
    private static final int BARS = 160;
    private static final int STEP = 110;
    private static final int BAR = 56;
    private static final int TOP = 24;
    private static final int LINE = 18;

    /**
     * One year.
     *
     * @param name as it is called
     * @param atLeast the sum under every reading of the dates
     * @param atMost the sum under the most favourable one
     * @param said both in words
     * @param unknown how many have no amount, in words; empty for none
     */
    public record Year(String name, BigDecimal atLeast, BigDecimal atMost, String said, String unknown) {}

    /** Whether there is anything to draw. */
    public boolean hasSums() {
        return years.stream().anyMatch(year -> year.atMost().signum() > 0);
    }

    /** The picture; its table says the same. */
    public String svg() {
        BigDecimal most = years.stream().map(Year::atMost).reduce(BigDecimal.ONE, BigDecimal::max);
        int width = STEP * Math.max(1, years.size());
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + (HEIGHT + TOP + LINE),
                "class",
                "years",
                "role",
                "img",
                "aria-label",
                title);
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        "years-hatch",
                        "width",
                        "8",
                        "height",
                        "8",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .empty("rect", "width", "4", "height", "8", "class", "hatch")
                .close("pattern")
                .close("defs");
        for (int i = 0; i < years.size(); i++) {
            year(svg, years.get(i), i * STEP, most);
        }
        return svg.close("svg").toString();
    }

    private static void year(Svg svg, Year year, int left, BigDecimal most) {
        int certain = height(year.atLeast(), most);
        int possible = height(year.atMost(), most) - certain;
        int floor = TOP + BARS;
        int x = left + (STEP - BAR) / 2;
        svg.open("g");
        svg.words("title", year.name() + ": " + year.said());
        rectangle(svg, x, floor - certain, certain, "certain");
        rectangle(svg, x, floor - certain - possible, possible, "possible");
        int middle = left + STEP / 2;
        text(svg, middle, floor + LINE, "year", year.name());
        text(svg, middle, floor + 2 * LINE, "sum", year.said());
        text(svg, middle, floor + 3 * LINE, "unknown", year.unknown());
        svg.close("g");
    }

    private static void rectangle(Svg svg, int x, int y, int height, String look) {
        if (height > 0) {
            svg.empty(
                    "rect",
                    "x",
                    Integer.toString(x),
                    "y",
                    Integer.toString(y),
                    "width",
                    Integer.toString(BAR),
                    "height",
                    Integer.toString(height),
                    "class",
                    look);
        }
    }

    private static void text(Svg svg, int x, int y, String look, String words) {
        svg.words("text", words, "x", Integer.toString(x), "y", Integer.toString(y), "class", look);
    }

    private static int height(BigDecimal sum, BigDecimal most) {
        return sum.multiply(BigDecimal.valueOf(BARS))
                .divide(most, RoundingMode.HALF_UP)
                .intValue();
    }
}
