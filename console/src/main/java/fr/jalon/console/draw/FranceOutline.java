package fr.jalon.console.draw;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * France in a hundred strokes, and where the seats of its départements are: longitudes and latitudes that anybody may
 * read off a map, rounded to a kilometre. Enough to see where something is; no border is told by it.
 */
final class FranceOutline {
    static final int WIDTH = 520;
    static final int HEIGHT = 520;

    private static final double WEST = -5.2;
    private static final double NORTH = 51.3;
    private static final double EAST_WEST = 35;
    private static final double NORTH_SOUTH = 51;

    private static final String MAINLAND = """
            2.54,51.09 1.85,50.95 1.58,50.87 1.57,50.45 1.49,50.18 1.08,49.93 0.37,49.75 0.10,49.51 0.23,49.42
            -0.25,49.29 -1.15,49.37 -1.26,49.69 -1.62,49.65 -1.94,49.72 -1.78,49.37 -1.60,48.84 -1.51,48.63 -2.02,48.65
            -2.75,48.53 -3.10,48.86 -3.98,48.73 -4.70,48.57 -4.77,48.36 -4.42,48.33 -4.56,48.22 -4.30,48.10 -4.73,48.04
            -4.37,47.80 -3.92,47.86 -3.37,47.72 -3.12,47.48 -2.85,47.55 -2.52,47.28 -2.10,47.20 -2.20,46.96 -1.80,46.49
            -1.22,46.27 -1.17,46.05 -1.24,45.72 -1.05,45.60 -1.17,45.00 -1.25,44.62 -1.25,44.25 -1.43,43.65 -1.79,43.36
            -1.38,43.05 -0.75,42.92 -0.31,42.84 0.30,42.69 0.68,42.75 1.36,42.70 1.73,42.50 2.00,42.36 2.45,42.34
            3.17,42.43 3.04,42.75 3.12,43.13 3.51,43.28 3.97,43.53 4.30,43.46 4.83,43.36 5.30,43.34 5.61,43.18
            5.93,43.08 6.40,43.09 6.68,43.24 7.02,43.54 7.27,43.69 7.53,43.78 7.50,43.95 7.71,44.09 6.99,44.24
            6.89,44.42 7.02,44.69 6.98,44.85 6.64,45.06 6.89,45.17 7.13,45.28 7.16,45.41 6.81,45.75 7.04,45.92
            6.79,46.14 6.80,46.39 6.24,46.30 6.14,46.14 5.97,46.20 6.10,46.56 6.44,46.77 6.69,47.06 7.02,47.33
            7.38,47.43 7.59,47.58 7.53,47.85 7.58,48.12 7.84,48.64 8.23,48.97 7.45,49.17 6.73,49.17 6.37,49.46
            5.82,49.54 5.47,49.51 4.88,49.80 4.83,50.17 4.68,49.99 4.23,49.96 4.15,50.25 3.70,50.31 3.60,50.50
            3.28,50.53 3.15,50.78 2.90,50.70 2.62,50.83
            """;

    private static final String CORSICA = """
            9.42,43.01 9.49,42.65 9.55,42.13 9.40,41.70 9.22,41.37 8.80,41.58 8.70,41.92 8.57,42.25 8.70,42.58
            9.05,42.67 9.30,42.70
            """;

    private static final String SEATS = """
            01:bourg-en-bresse:5.23,46.20 02:laon:3.62,49.56 03:moulins:3.33,46.57 04:digne-les-bains:6.24,44.09
            05:gap:6.08,44.56 06:nice:7.27,43.70 07:privas:4.60,44.74 08:charleville-mezieres:4.72,49.77
            09:foix:1.61,42.97 10:troyes:4.07,48.30 11:carcassonne:2.35,43.21 12:rodez:2.57,44.35
            13:marseille:5.37,43.30 14:caen:-0.37,49.18 15:aurillac:2.44,44.93 16:angouleme:0.16,45.65
            17:la-rochelle:-1.15,46.16 18:bourges:2.40,47.08 19:tulle:1.77,45.27 2A:ajaccio:8.74,41.92
            2B:bastia:9.45,42.70 21:dijon:5.04,47.32 22:saint-brieuc:-2.76,48.51 23:gueret:1.87,46.17
            24:perigueux:0.72,45.18 25:besancon:6.02,47.24 26:valence:4.89,44.93 27:evreux:1.15,49.02
            28:chartres:1.49,48.45 29:quimper:-4.10,47.99 30:nimes:4.36,43.84 31:toulouse:1.44,43.60
            32:auch:0.59,43.65 33:bordeaux:-0.58,44.84 34:montpellier:3.88,43.61 35:rennes:-1.68,48.11
            36:chateauroux:1.69,46.81 37:tours:0.68,47.39 38:grenoble:5.72,45.19 39:lons-le-saunier:5.55,46.67
            40:mont-de-marsan:-0.50,43.89 41:blois:1.33,47.59 42:saint-etienne:4.39,45.44
            43:le-puy-en-velay:3.88,45.04 44:nantes:-1.55,47.22 45:orleans:1.91,47.90 46:cahors:1.44,44.45
            47:agen:0.62,44.20 48:mende:3.50,44.52 49:angers:-0.55,47.47 50:saint-lo:-1.09,49.12
            51:chalons-en-champagne:4.36,48.96 52:chaumont:5.14,48.11 53:laval:-0.77,48.07 54:nancy:6.18,48.69
            55:bar-le-duc:5.16,48.77 56:vannes:-2.76,47.66 57:metz:6.18,49.12 58:nevers:3.16,46.99
            59:lille:3.06,50.63 60:beauvais:2.08,49.43 61:alencon:0.09,48.43 62:arras:2.78,50.29
            63:clermont-ferrand:3.08,45.78 64:pau:-0.37,43.30 65:tarbes:0.07,43.23 66:perpignan:2.90,42.70
            67:strasbourg:7.75,48.58 68:colmar:7.36,48.08 69:lyon:4.84,45.76 70:vesoul:6.15,47.62
            71:macon:4.83,46.31 72:le-mans:0.20,48.00 73:chambery:5.92,45.57 74:annecy:6.13,45.90
            75:paris:2.35,48.86 76:rouen:1.10,49.44 77:melun:2.66,48.54 78:versailles:2.13,48.80
            79:niort:-0.46,46.32 80:amiens:2.30,49.89 81:albi:2.15,43.93 82:montauban:1.35,44.02
            83:toulon:5.93,43.12 84:avignon:4.81,43.95 85:la-roche-sur-yon:-1.43,46.67 86:poitiers:0.34,46.58
            87:limoges:1.26,45.83 88:epinal:6.45,48.17 89:auxerre:3.57,47.80 90:belfort:6.86,47.64
            91:evry:2.43,48.63 92:nanterre:2.21,48.89 93:bobigny:2.44,48.91 94:creteil:2.46,48.79
            95:cergy:2.08,49.04
            """;

    private static final Map<String, Point> BY_NAME = Arrays.stream(words(SEATS))
            .map(each -> each.split(":", 3))
            .flatMap(each -> Stream.of(Map.entry(each[0], point(each[2])), Map.entry(each[1], point(each[2]))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private FranceOutline() {}

    /** A place in the drawing. */
    record Point(double x, double y) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f,%.0f", x, y);
        }
    }

    /** The land, as a path. */
    static String path() {
        return closed(MAINLAND) + closed(CORSICA);
    }

    /** Where a département has its seat, by its code or the town's id; nothing for those on no map of Europe. */
    static Optional<Point> seat(String place) {
        return Optional.ofNullable(BY_NAME.get(place));
    }

    private static String closed(String points) {
        return Arrays.stream(words(points))
                .map(each -> point(each).toString())
                .collect(Collectors.joining("L", "M", "Z"));
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }

    private static Point point(String degrees) {
        String[] each = degrees.split(",", 2);
        return new Point(
                (Double.parseDouble(each[0]) - WEST) * EAST_WEST, (NORTH - Double.parseDouble(each[1])) * NORTH_SOUTH);
    }
}
