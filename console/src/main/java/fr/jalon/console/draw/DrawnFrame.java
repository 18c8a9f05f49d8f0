package fr.jalon.console.draw;

import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.List;

/** What all pictures of time have: their beginning, how doubt looks, the days above, and the lines of a day. */
final class DrawnFrame {
    /** How high the days above are. */
    static final int AXIS = 34;

    /** How high the foot is, in which today is named. */
    static final int FOOT = 18;

    private static final int LABELS = 11;
    private static final int TICKS = 27;
    private static final double MIDDLE = 50;

    private DrawnFrame() {}

    /** @param name tells its parts from those of another picture on the page */
    static void open(Svg svg, String name, String title, String description, int height) {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "drawn " + name,
                "role",
                "group",
                "aria-labelledby",
                name + "-title " + name + "-desc",
                "width",
                "100%",
                "height",
                Integer.toString(height));
        svg.words("title", title, "id", name + "-title").words("desc", description, "id", name + "-desc");
    }

    /** Lines that lean by this many degrees: where something is only possible. */
    static void hatch(Svg svg, String id, int degrees, String look) {
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        id,
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(" + degrees + ")")
                .empty("rect", "class", "hatch " + look, "width", "2.5", "height", "6")
                .close("pattern")
                .close("defs");
    }

    static void ticks(Svg svg, List<Tick> ticks, DayScale scale, int height) {
        svg.open("g", "class", "ticks");
        for (Tick tick : ticks) {
            String x = DayScale.percent(scale.share(tick.day()));
            svg.empty("line", "x1", x, "y1", px(AXIS - 4), "x2", x, "y2", px(height))
                    .words("text", tick.label(), "x", x, "y", px(TICKS), "dx", "2");
        }
        svg.close("g");
    }

    /** The day that is asked about, named above. */
    static void asOf(Svg svg, DayScale scale, LocalDate day, String label, int height) {
        line(svg, "as-of", scale, day, label, new Reach(LABELS, LABELS + 3, height));
    }

    /** Today, named at the foot. */
    static void today(Svg svg, DayScale scale, LocalDate day, String label, int height) {
        line(svg, "today", scale, day, label, new Reach(height - 5, AXIS - 4, height));
    }

    /** How far down a line and its label are. */
    private record Reach(int label, int from, int to) {}

    private static void line(Svg svg, String look, DayScale scale, LocalDate day, String label, Reach reach) {
        if (!scale.days().contains(day)) {
            return;
        }
        double share = scale.share(day);
        String x = DayScale.percent(share);
        boolean isPastMiddle = share > MIDDLE;
        svg.open("g", "class", look)
                .empty("line", "x1", x, "y1", px(reach.from), "x2", x, "y2", px(reach.to))
                .words(
                        "text",
                        label,
                        "x",
                        x,
                        "y",
                        px(reach.label),
                        "dx",
                        isPastMiddle ? "-4" : "4",
                        "text-anchor",
                        isPastMiddle ? "end" : "start")
                .close("g");
    }

    /** The part of a value's days on which it is so for certain, in the view of all its days. */
    static void certain(Svg svg, DayScale scale, DayRange possible, DayRange certain, String look, int height) {
        double from = scale.within(possible, certain.from());
        svg.empty(
                "rect",
                "class",
                "certain " + look,
                "x",
                DayScale.percent(from),
                "width",
                DayScale.percent(scale.within(possible, certain.to()) - from),
                "height",
                px(height));
    }

    /** What a value is called, under a flag where it is contested, in the view of all its days. */
    static void label(Svg svg, double share, int top, String label, boolean contested) {
        svg.open("svg", "x", DayScale.percent(share), "y", px(top), "height", "22");
        if (contested) {
            svg.empty("path", "class", "flag", "d", "M7 18V4h9l-2.5 3.5L16 11H8.5v7z");
        }
        svg.words("text", label, "x", contested ? "20" : "6", "y", "15").close("svg");
    }

    static String px(int length) {
        return Integer.toString(length);
    }
}
