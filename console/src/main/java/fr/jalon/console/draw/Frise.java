package fr.jalon.console.draw;

import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a register tells over its days: a lane for each subject, family by family (<i>frise</i>).
 *
 * @param days what is shown
 * @param today nearest to which things are awaited
 * @param asOf the day that is asked about
 * @param zoomed the address of the same of other days
 */
public record Frise(
        String title,
        String description,
        DayRange days,
        LocalDate today,
        LocalDate asOf,
        List<Family> families,
        Function<DayRange, String> zoomed) {
    /** Subjects of one kind. */
    public record Family(String name, List<Lane> lanes) {}

    /**
     * One subject.
     *
     * @param address where it is shown by itself
     */
    public record Lane(String name, String address, List<Bar> bars) {}

    public int lanes() {
        return families.stream().mapToInt(family -> family.lanes.size()).sum();
    }

    /** Some of its lanes, in their order, with the families they are of. */
    public Frise part(int first, int count) {
        List<Family> parts = new ArrayList<>();
        int before = 0;
        for (Family family : families) {
            int size = family.lanes.size();
            int from = Math.clamp((long) first - before, 0, size);
            int to = Math.clamp((long) first + count - before, 0, size);
            if (from < to) {
                parts.add(new Family(family.name, family.lanes.subList(from, to)));
            }
            before += size;
        }
        return new Frise(title, description, days, today, asOf, parts, zoomed);
    }
}
