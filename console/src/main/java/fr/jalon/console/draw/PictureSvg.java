package fr.jalon.console.draw;

import static fr.jalon.console.draw.DrawnFrame.px;

import fr.jalon.console.draw.Picture.Area;
import fr.jalon.console.draw.Picture.Band;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a {@link Picture}: certain days solid, those only possible hatched, each value leaning its own way, so that two
 * that are possible at once cross; every cell between two edges is a link to its answer.
 */
public final class PictureSvg {
    private static final String NAME = "picture";
    private static final int ROW = 16;
    private static final int BAND_FOOT = 18;
    private static final int LEAST_BAND = 60;
    private static final List<Integer> LEANING = List.of(45, -45, 20, -20, 70, -70);

    private final Picture picture;
    private final DayScale scale;
    private final DrawnWords words;
    private final int[] slots;
    private final int band;
    private final int height;
    private final Svg svg = new Svg();

    private PictureSvg(Picture picture, Language language) {
        this.picture = picture;
        this.scale = new DayScale(picture.days());
        this.words = new DrawnWords(language);
        this.slots = slots(picture.areas());
        int rows = 1 + Arrays.stream(slots).max().orElse(0);
        this.band = Math.max(LEAST_BAND, rows * ROW + BAND_FOOT);
        this.height = DrawnFrame.AXIS + picture.bands().size() * band + DrawnFrame.FOOT;
    }

    public static String of(Picture picture, Language language) {
        return new PictureSvg(picture, language).draw();
    }

    /** How many values there are looks for. */
    public static int looks() {
        return LEANING.size();
    }

    private String draw() {
        DrawnFrame.open(svg, NAME, picture.title(), picture.description(), height);
        for (int look = 0; look < LEANING.size(); look++) {
            DrawnFrame.hatch(svg, hatch(look), LEANING.get(look), "look-" + look);
        }
        DrawnFrame.ticks(svg, scale.ticks(words.language), scale, height - DrawnFrame.FOOT);
        picture.areas().stream().filter(area -> scale.touches(area.possible())).forEach(this::area);
        for (int i = 0; i < slots.length; i++) {
            Area area = picture.areas().get(i);
            if (scale.touches(area.possible())) {
                words(area, slots[i]);
            }
        }
        for (int i = 0; i < picture.bands().size(); i++) {
            band(i);
        }
        DrawnFrame.today(svg, scale, picture.today(), words.words("today"), height);
        DrawnFrame.asOf(svg, scale, picture.asOf(), words.say("as-of", words.day(picture.asOf())), height);
        return svg.close("svg").toString();
    }

    private void area(Area area) {
        String tall = px(height(area));
        box(area, area.contested() ? "area contested" : "area");
        svg.empty(
                "rect",
                "class",
                "outline",
                "fill",
                "url(#" + hatch(area.look()) + ")",
                "width",
                "100%",
                "height",
                tall);
        DayRange certain = area.certain();
        if (certain != null && scale.touches(certain)) {
            DrawnFrame.certain(svg, scale, area.possible(), certain, "look-" + area.look(), height(area));
        }
        svg.close("svg");
    }

    /** Once all areas are drawn, so that no other's hatching lies on them. */
    private void words(Area area, int slot) {
        String label = area.certain() == null ? words.say("label.possible", area.label()) : area.label();
        box(area, "words");
        DrawnFrame.label(svg, scale.words(area.possible(), area.certain()), slot * ROW, label, area.contested());
        svg.close("svg");
    }

    /** A view of its own, so that nothing goes beyond the area. */
    private void box(Area area, String look) {
        double width = scale.width(area.possible());
        double from = Math.min(scale.share(area.possible().from()), 100 - width);
        svg.open(
                "svg",
                "class",
                look + " edge-" + area.look(),
                "x",
                DayScale.percent(from),
                "y",
                px(top(area.to() - 1)),
                "width",
                DayScale.percent(width),
                "height",
                px(height(area)));
    }

    private int height(Area area) {
        return (area.to() - area.from()) * band;
    }

    private void band(int number) {
        Band told = picture.bands().get(number);
        int top = top(number);
        boolean isKnown = number == picture.known();
        svg.open("g", "class", isKnown ? "band known" : "band")
                .empty("line", "x1", "0", "y1", px(top + band), "x2", "100%", "y2", px(top + band))
                .words(
                        "text",
                        words.say("band", told.label()),
                        "x",
                        "100%",
                        "y",
                        px(top + band - 5),
                        "dx",
                        "-4",
                        "text-anchor",
                        "end");
        List<LocalDate> edges = edges(number);
        for (int i = 0; i + 1 < edges.size(); i++) {
            cell(told, number, new DayRange(edges.get(i), edges.get(i + 1)));
        }
        if (isKnown) {
            svg.empty("rect", "class", "known-at", "x", "0", "y", px(top), "width", "100%", "height", px(band));
        }
        svg.close("g");
    }

    private void cell(Band told, int number, DayRange days) {
        boolean isChosen = number == picture.known() && days.contains(picture.asOf());
        LocalDate day = isChosen ? picture.asOf() : days.from();
        double from = scale.share(days.from());
        svg.link(
                        picture.cells().address(day, told.position()),
                        isChosen ? "cell chosen" : "cell",
                        words.say("cell", words.day(day), told.label(), answer(number, day)))
                .empty(
                        "rect",
                        "x",
                        DayScale.percent(from),
                        "y",
                        px(top(number)),
                        "width",
                        DayScale.percent(scale.share(days.to()) - from),
                        "height",
                        px(band))
                .close("a");
    }

    private String answer(int number, LocalDate day) {
        String said = picture.areas().stream()
                .filter(area -> area.isTold(number) && area.possible().contains(day))
                .map(area -> said(area, day))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? words.words("cell.nothing") : said;
    }

    private String said(Area area, LocalDate day) {
        DayRange certain = area.certain();
        boolean isCertain = certain != null && certain.contains(day);
        return words.say(isCertain ? "cell.certain" : "cell.possible", area.label());
    }

    /** The days on which the answer may become another. */
    private List<LocalDate> edges(int number) {
        TreeSet<LocalDate> edges = picture.areas().stream()
                .filter(area -> area.isTold(number))
                .flatMap(area -> Stream.of(area.possible(), area.certain()))
                .filter(Objects::nonNull)
                .flatMap(range -> Stream.of(range.from(), range.to()))
                .filter(picture.days()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        edges.add(picture.days().from());
        edges.add(picture.days().to());
        return List.copyOf(edges);
    }

    private int top(int number) {
        return DrawnFrame.AXIS + (picture.bands().size() - 1 - number) * band;
    }

    private static String hatch(int look) {
        return NAME + "-hatch-" + look;
    }

    /** In which line each area has its words: none in that of another which it meets. */
    private static int[] slots(List<Area> areas) {
        int[] slots = new int[areas.size()];
        for (int i = 0; i < slots.length; i++) {
            TreeSet<Integer> taken = new TreeSet<>();
            for (int before = 0; before < i; before++) {
                if (areas.get(i).meets(areas.get(before))) {
                    taken.add(slots[before]);
                }
            }
            while (taken.contains(slots[i])) {
                slots[i]++;
            }
        }
        return slots;
    }
}
