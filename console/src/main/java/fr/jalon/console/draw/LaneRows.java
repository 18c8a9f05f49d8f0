package fr.jalon.console.draw;

import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bars of a lane laid out in rows, so that none lies on another. Those too short to be told apart at this scale are
 * bundled, and so are those for which there is no row.
 *
 * @param height how many rows there are
 */
record LaneRows(List<Placed> placed, int height) {
    private static final int MOST_ROWS = 8;

    /** What stands in a row. */
    sealed interface Placed {
        int row();
    }

    /** A bar by itself. */
    record Single(Bar bar, int row) implements Placed {}

    /**
     * Several that are too many for the place they have.
     *
     * @param days those that they cover together
     */
    record Bundle(int count, DayRange days, int row) implements Placed {}

    static LaneRows of(List<Bar> bars, DayScale scale) {
        List<Bar> shown = bars.stream()
                .filter(bar -> scale.touches(bar.days()))
                .sorted(Comparator.comparing((Bar bar) -> bar.days().from())
                        .thenComparing(bar -> bar.days().to()))
                .toList();
        Rows rows = new Rows(scale);
        int first = 0;
        while (first < shown.size()) {
            int next = first + 1;
            while (next < shown.size() && isOneMark(shown.get(first), shown.get(next), scale)) {
                next++;
            }
            rows.add(shown.subList(first, next));
            first = next;
        }
        return rows.done();
    }

    private static boolean isOneMark(Bar first, Bar next, DayScale scale) {
        return isShort(first, scale)
                && isShort(next, scale)
                && scale.share(next.days().from()) - scale.share(first.days().from()) < DayScale.LEAST;
    }

    private static boolean isShort(Bar bar, DayScale scale) {
        return scale.share(bar.days().to()) - scale.share(bar.days().from()) < DayScale.LEAST;
    }

    /** Rows in the making. */
    private static final class Rows {
        private final DayScale scale;
        private final List<Placed> placed = new ArrayList<>();
        private final List<Double> ends = new ArrayList<>();
        private final List<Bar> crowded = new ArrayList<>();

        Rows(DayScale scale) {
            this.scale = scale;
        }

        /** @param bars at one place, so short that only one mark can be seen of them, where they are several */
        void add(List<Bar> bars) {
            DayRange days = together(bars);
            double from = scale.share(days.from());
            int row = 0;
            while (row < ends.size() && ends.get(row) > from + 1e-9) {
                row++;
            }
            if (row == MOST_ROWS) {
                crowded.addAll(bars);
                return;
            }
            double end = from + scale.width(days);
            if (row == ends.size()) {
                ends.add(end);
            } else {
                ends.set(row, end);
            }
            placed.add(bars.size() == 1 ? new Single(bars.getFirst(), row) : new Bundle(bars.size(), days, row));
        }

        LaneRows done() {
            if (!crowded.isEmpty()) {
                placed.add(new Bundle(crowded.size(), together(crowded), ends.size()));
            }
            return new LaneRows(placed, Math.max(1, ends.size() + (crowded.isEmpty() ? 0 : 1)));
        }

        private static DayRange together(List<Bar> bars) {
            return new DayRange(
                    bars.stream().map(bar -> bar.days().from()).reduce(Days.NEVER, Days::earlier),
                    bars.stream()
                            .map(bar -> bar.days().to())
                            .reduce(Days.ALWAYS, (one, other) -> one.isAfter(other) ? one : other));
        }
    }
}
