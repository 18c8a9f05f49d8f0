package fr.jalon.console.draw;

import static fr.jalon.console.draw.DrawnFrame.px;

import fr.jalon.console.draw.LaneRows.Bundle;
import fr.jalon.console.draw.LaneRows.Placed;
import fr.jalon.console.draw.LaneRows.Single;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link Frise} as wide as its place: certain days solid, those only possible hatched, what is announced
 * outlined, what is contested under a flag.
 */
public final class FriseSvg {
    static final String NAME = "frise";

    private static final int FAMILY_HEIGHT = 34;
    private static final int NAME_HEIGHT = 20;
    private static final int ROW_HEIGHT = 26;
    private static final int BAR_HEIGHT = 22;
    private static final int GAP = 8;
    private static final String HATCHED = "url(#" + NAME + "-hatch)";

    private final Frise frise;
    private final DayScale scale;
    private final DrawnWords words;
    private final Svg svg = new Svg();

    private FriseSvg(Frise frise, Language language) {
        this.frise = frise;
        this.scale = new DayScale(frise.days());
        this.words = new DrawnWords(language);
    }

    public static String of(Frise frise, Language language) {
        return new FriseSvg(frise, language).draw();
    }

    /** A family with the rows of each of its lanes, which say how high it is. */
    private record Laid(Frise.Family family, List<LaneRows> rows) {
        int height() {
            return FAMILY_HEIGHT + rows.stream().mapToInt(FriseSvg::height).sum();
        }
    }

    private static int height(LaneRows rows) {
        return NAME_HEIGHT + rows.height() * ROW_HEIGHT + GAP;
    }

    private String draw() {
        List<Laid> families = frise.families().stream().map(this::laid).toList();
        int height = DrawnFrame.AXIS
                + DrawnFrame.FOOT
                + families.stream().mapToInt(Laid::height).sum();
        DrawnFrame.open(svg, NAME, frise.title(), frise.description(), height);
        DrawnFrame.hatch(svg, NAME + "-hatch", 45, "look-0");
        DrawnFrame.ticks(svg, scale.ticks(words.language), scale, height - DrawnFrame.FOOT);
        int y = DrawnFrame.AXIS;
        for (Laid laid : families) {
            family(laid, y);
            y += laid.height();
        }
        DrawnFrame.today(svg, scale, frise.today(), words.words("today"), height);
        DrawnFrame.asOf(svg, scale, frise.asOf(), words.say("as-of", words.day(frise.asOf())), height);
        return svg.close("svg").toString();
    }

    private Laid laid(Frise.Family family) {
        return new Laid(
                family,
                family.lanes().stream()
                        .map(lane -> LaneRows.of(lane.bars(), scale))
                        .toList());
    }

    private void family(Laid laid, int top) {
        svg.open("g", "class", "family").words("text", laid.family.name(), "class", "family-name", "y", px(top + 22));
        int y = top + FAMILY_HEIGHT;
        for (int i = 0; i < laid.rows.size(); i++) {
            lane(laid.family.lanes().get(i), laid.rows.get(i), y);
            y += height(laid.rows.get(i));
        }
        svg.close("g");
    }

    private void lane(Frise.Lane lane, LaneRows rows, int y) {
        svg.open("g", "class", "lane")
                .empty("rect", "class", "ground", "y", px(y), "width", "100%", "height", px(height(rows) - GAP / 2))
                .link(lane.address(), "lane-name", null)
                .words("text", lane.name(), "x", "4", "y", px(y + 15))
                .close("a");
        for (Placed placed : rows.placed()) {
            int top = y + NAME_HEIGHT + placed.row() * ROW_HEIGHT;
            switch (placed) {
                case Single(Bar bar, int _) -> bar(bar, top);
                case Bundle(int count, DayRange days, int _) -> bundle(count, days, top);
            }
        }
        svg.close("g");
    }

    private void bar(Bar bar, int y) {
        String look = switch (bar) {
            case Bar.Held _ -> "bar held";
            case Bar.Announced announced -> announced.planned() ? "bar planned" : "bar hoped";
        };
        box(bar.contested() ? look + " contested" : look, bar.address(), words.told(bar), bar.days(), y);
        switch (bar) {
            case Bar.Held held -> {
                outline(HATCHED);
                certain(held);
            }
            case Bar.Announced _ -> outline(null);
        }
        double words = bar instanceof Bar.Held held ? scale.words(held.days(), held.certain()) : 0;
        DrawnFrame.label(svg, words, 0, this.words.label(bar), bar.contested());
        svg.close("svg").close("a");
    }

    private void certain(Bar.Held held) {
        DayRange certain = held.certain();
        if (certain != null && scale.touches(certain)) {
            DrawnFrame.certain(svg, scale, held.days(), certain, "look-0", BAR_HEIGHT);
        }
    }

    private void bundle(int count, DayRange days, int y) {
        box("bar bundle", frise.zoomed().apply(days), words.say("bundle", count, words.days(days)), days, y);
        outline(null);
        svg.words("text", Integer.toString(count), "x", "3", "y", "15")
                .close("svg")
                .close("a");
    }

    private void outline(@Nullable String fill) {
        svg.empty("rect", "class", "outline", "fill", fill, "width", "100%", "height", px(BAR_HEIGHT));
    }

    /** A view of its own, so that words end with their bar. */
    private void box(String look, String address, String told, DayRange days, int y) {
        double width = scale.width(days);
        double from = Math.min(scale.share(days.from()), 100 - width);
        svg.link(address, look, told)
                .open(
                        "svg",
                        "x",
                        DayScale.percent(from),
                        "y",
                        px(y),
                        "width",
                        DayScale.percent(width),
                        "height",
                        px(BAR_HEIGHT));
    }
}
