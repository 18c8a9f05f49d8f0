package fr.jalon.console.frise;

import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.TerritoryTimeline;
import fr.jalon.console.draw.Frise;
import fr.jalon.console.draw.FriseSvg;
import fr.jalon.console.draw.FriseTable;
import fr.jalon.console.frise.TimeView.Way;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.Days;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;

/** Draws the frise of a territory, for whichever page shows it. */
public final class Frises {
    /** How many lanes can be looked at. */
    private static final int LANES = 60;

    private static final String LANE = "lane";

    private final RegisterCalls register;
    private final InstantSource clock;

    Frises(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /** What a territory's register tells over its days, as known at the visit's instant. */
    public ResponseEntity<TerritoryTimeline> timeline(String territory, Visit visit) {
        return register.timeline(visit.caller(), territory, visit.at().on(null));
    }

    /** @param name what the territory is called */
    public TimeView view(ResponseEntity<TerritoryTimeline> answer, String name, Visit visit) {
        TerritoryTimeline timeline = Objects.requireNonNull(answer.getBody());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        FriseDrawing drawing = new FriseDrawing(timeline, visit, today);
        ShownDays shown =
                ShownDays.of(visit.asked(), drawing.told(), visit.dates().asOf(), today);
        Frise whole = drawing.of(shown, name, days -> TimeView.showing(visit, ShownDays.closely(days)));
        int first = first(visit, whole.lanes());
        Frise part = whole.part(first, LANES);
        Language language = visit.caller().language();
        return new TimeView(
                FriseSvg.of(part, language),
                FriseTable.of(part, language),
                TimeView.steps(visit),
                TimeView.zooms(visit, shown),
                parts(visit, first, whole.lanes()),
                TimeView.file(visit, "/console/territories/" + timeline.territory() + "/frise.svg"),
                visit.on(TimeView.DAY),
                TimeView.Scale.of(shown, visit.dates().asOf()),
                TimeView.Cited.of(answer, visit, timeline.position()));
    }

    private static List<Way> parts(Visit visit, int first, int lanes) {
        List<Way> parts = new ArrayList<>();
        if (first > 0) {
            parts.add(new Way("lanes-before", visit.with(LANE, Integer.toString(Math.max(0, first - LANES)))));
        }
        if (first + LANES < lanes) {
            parts.add(new Way("lanes-after", visit.with(LANE, Integer.toString(first + LANES))));
        }
        return parts;
    }

    private static int first(Visit visit, int lanes) {
        try {
            return Math.clamp(Integer.parseInt(visit.asked().getOrDefault(LANE, "0")), 0, Math.max(0, lanes - 1));
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
