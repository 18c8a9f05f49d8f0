package fr.jalon.console.draw;

import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subject on both axes: days across, what was recorded upwards, each value an area (<i>image d'un sujet</i>).
 *
 * @param days what is shown
 * @param asOf the day that is asked about
 * @param known the number of the band up to which the register is read; negative where it is none of them
 * @param bands in recorded order
 */
public record Picture(
        String title,
        String description,
        DayRange days,
        LocalDate today,
        LocalDate asOf,
        int known,
        List<Band> bands,
        List<Area> areas,
        Cells cells) {
    /**
     * The time from an entry on the subject to the next, over which the register told the same of it.
     *
     * @param position of the entry that began it
     * @param label when that was
     */
    public record Band(long position, String label) {}

    /**
     * A value over the days that may have it and the bands that told it.
     *
     * @param certain on which it is so for certain; null where there is none
     * @param from its first band
     * @param to the band after its last
     * @param look tells values apart: the same for the same value
     */
    public record Area(
            String label,
            DayRange possible,
            @Nullable DayRange certain,
            boolean contested,
            int from,
            int to,
            int look) {
        boolean meets(Area other) {
            return from < other.to
                    && other.from < to
                    && possible.from().isBefore(other.possible.to())
                    && other.possible.from().isBefore(possible.to());
        }

        boolean isTold(int band) {
            return from <= band && band < to;
        }
    }

    /** Where each point of the picture is answered. */
    @FunctionalInterface
    public interface Cells {
        /** @param position up to which the register is read */
        String address(LocalDate asOf, long position);
    }

    /** The same with as many bands as can be looked at, the latest. */
    public Picture latest(int most) {
        int dropped = bands.size() - most;
        if (dropped <= 0) {
            return this;
        }
        return new Picture(
                title,
                description,
                days,
                today,
                asOf,
                Math.max(-1, known - dropped),
                bands.subList(dropped, bands.size()),
                areas.stream()
                        .filter(area -> area.to > dropped)
                        .map(area -> new Area(
                                area.label,
                                area.possible,
                                area.certain,
                                area.contested,
                                Math.max(0, area.from - dropped),
                                area.to - dropped,
                                area.look))
                        .toList(),
                cells);
    }
}
