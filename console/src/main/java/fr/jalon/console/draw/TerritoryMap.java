package fr.jalon.console.draw;

import fr.jalon.console.draw.FranceOutline.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where territories are: a circle in the town of each, or at the seat of its first département, solid where what is
 * shown is certain, hatched where it is only possible, a ring where there is none. A table says the same.
 *
 * @param title what it shows
 * @param places in the order in which the keyboard comes to them
 */
public record TerritoryMap(String title, List<Place> places) {
    private static final int RADIUS = 9;

    /** As wide as a finger, whatever is drawn. */
    private static final int TOUCHED = 24;

    private static final int LETTERS = 22;

    /** Of a name; the rest is in its title and the table. */
    private static final int LONGEST = 16;

    /** How a circle looks. */
    public enum Look {
        CERTAIN,
        POSSIBLE,
        NONE
    }

    /**
     * A territory.
     *
     * @param where it is: ids of towns and codes of départements, the first that is known foremost
     * @param said what is so there, in words
     * @param address its page
     */
    public record Place(String name, List<String> where, Look look, String said, String address) {
        private boolean isOnTheMap() {
            return where.stream().anyMatch(each -> FranceOutline.seat(each).isPresent());
        }

        private Point seat() {
            return where.stream()
                    .flatMap(each -> FranceOutline.seat(each).stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether any of them lies on the map. */
    public boolean isOfSomething() {
        return places.stream().anyMatch(Place::isOnTheMap);
    }

    /** Those that do not: overseas, or of no département that is known. */
    public List<Place> elsewhere() {
        return places.stream().filter(place -> !place.isOnTheMap()).toList();
    }

    public String svg() {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + FranceOutline.WIDTH + " " + FranceOutline.HEIGHT,
                "class",
                "map",
                "role",
                "group",
                "aria-label",
                title);
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        "map-hatch",
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)")
                .empty("rect", "width", "3", "height", "6", "class", "hatch")
                .close("pattern")
                .close("defs");
        svg.empty("path", "d", FranceOutline.path(), "class", "land", "aria-hidden", "true");
        List<Box> written = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        places.stream().filter(Place::isOnTheMap).forEach(place -> circle(svg, place, written, taken));
        return svg.close("svg").toString();
    }

    private static void circle(Svg svg, Place place, List<Box> written, Set<String> taken) {
        Point seat = place.seat();
        // Two of one town stand one below the other.
        while (!taken.add(seat.toString())) {
            seat = new Point(seat.x(), seat.y() + LETTERS);
        }
        String x = Long.toString(Math.round(seat.x()));
        String y = Long.toString(Math.round(seat.y()));
        svg.link(place.address(), "place " + look(place.look()), place.name() + " : " + place.said());
        svg.empty("circle", "cx", x, "cy", y, "r", Integer.toString(TOUCHED), "class", "touched");
        svg.empty("circle", "cx", x, "cy", y, "r", Integer.toString(RADIUS), "class", "dot");
        String name = place.name().length() > LONGEST ? place.name().substring(0, LONGEST - 1) + "…" : place.name();
        Box.around(name, seat)
                .filter(box -> written.stream().noneMatch(box::meets))
                .findFirst()
                .ifPresent(box -> {
                    written.add(box);
                    svg.words(
                            "text",
                            name,
                            "x",
                            Long.toString(Math.round(box.x())),
                            "y",
                            Long.toString(Math.round(box.middle + LETTERS / 4.0)),
                            "text-anchor",
                            box.anchor);
                });
        svg.close("a");
    }

    private static String look(Look look) {
        return switch (look) {
            case CERTAIN -> "certain";
            case POSSIBLE -> "possible";
            case NONE -> "empty";
        };
    }

    /** What a name takes of the drawing; one that would lie on another is left to its title and the table. */
    private record Box(double left, double right, double middle, String anchor) {
        private static final double LETTER = 12;
        private static final double BESIDE = 14;

        /** Where it may stand, as far as it is within the drawing: right of the place, left, above, below. */
        static Stream<Box> around(String name, Point seat) {
            double width = name.length() * LETTER;
            double half = width / 2;
            return Stream.of(
                            new Box(seat.x() + BESIDE, seat.x() + BESIDE + width, seat.y(), "start"),
                            new Box(seat.x() - BESIDE - width, seat.x() - BESIDE, seat.y(), "end"),
                            new Box(seat.x() - half, seat.x() + half, seat.y() - LETTERS, "middle"),
                            new Box(seat.x() - half, seat.x() + half, seat.y() + LETTERS, "middle"),
                            new Box(seat.x() - width, seat.x(), seat.y() + LETTERS, "end"))
                    .filter(box -> box.left >= 0 && box.right <= FranceOutline.WIDTH);
        }

        double x() {
            return switch (anchor) {
                case "start" -> left;
                case "end" -> right;
                default -> (left + right) / 2;
            };
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && Math.abs(middle - other.middle) < LETTERS;
        }
    }
}
