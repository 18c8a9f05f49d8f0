package fr.jalon.events.time;

import java.time.LocalDate;

/** One day, known exactly or only within a window: {@code 2023-01-26}, {@code 2023}, {@code [..2023-01-26]}. */
public record Point(String text, Window window) implements Effective {
    /** What its text looks like, as far as a regular expression can tell. */
    public static final String PATTERN = Edtf.POINT;

    public static Point parse(String text) {
        return Edtf.point(text);
    }

    public static Point day(LocalDate day) {
        return new Point(day.toString(), Window.day(day));
    }

    /** The shortest point whose days are those of the window. */
    public static Point within(Window window) {
        return new Point(Edtf.write(window), window);
    }

    @Override
    public Point start() {
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
