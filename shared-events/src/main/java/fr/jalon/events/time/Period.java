package fr.jalon.events.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From a point to an end: {@code 2022/2023-06-30}, {@code 2022/..}, {@code 2023-01/P6M}. */
public record Period(Point start, End end) implements Effective {
    /** How a period ends. */
    public sealed interface End {
        String text();
    }

    /** It has no known end: {@code ..}. */
    public record Open() implements End {
        @Override
        public String text() {
            return "..";
        }
    }

    /** It ends with this point, whose day still belongs to it. */
    public record Until(Point last) implements End {
        @Override
        public String text() {
            return last.text();
        }
    }

    /** It lasts this long. */
    public record Lasting(java.time.Period length, String text) implements End {}

    /** The window of the first day on which the period is over; a period without end has none. */
    public @Nullable Window over() {
        return switch (end) {
            case Open ignored -> null;
            case Until until -> until.last().window().dayAfter();
            case Lasting lasting -> start.window().plus(lasting.length());
        };
    }

    /** Its last day as written; for a length, the window of that day. */
    public String endText() {
        return switch (end) {
            case Open open -> open.text();
            case Until until -> until.text();
            case Lasting lasting ->
                Edtf.write(start.window().plus(lasting.length()).dayBefore());
        };
    }

    @Override
    public String text() {
        return start.text() + "/" + end.text();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Whether its last day may be later than this one. */
    boolean endsAfter(LocalDate day) {
        Window over = over();
        return over != null && Days.isBounded(over.latest()) && over.latest().isAfter(Days.dayAfter(day));
    }

    boolean endsBeforeItBegins() {
        Window over = over();
        LocalDate begin = start.window().earliest();
        return over != null && Days.isBounded(over.latest()) && !over.latest().isAfter(begin);
    }
}
