package fr.jalon.command.territory;

import fr.jalon.events.entry.Contract;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.Field;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Shape;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a content more precise and does nothing else (<i>précision</i>): nobody who relied on the old one is
 * contradicted by the new one. A date may narrow: its days, and those of its end, are among the days that they were. A
 * point, which says nothing of an end, may be given one, and so may a period without a known end; a point is not made
 * endless, for that would take back an end said elsewhere. What was missing may be added: an attribute, a note, a
 * source or a part of it, the name of a thing, what it fulfils; a contract that was {@code unspecified} may be
 * specified. All else is equal, the status too: an announcement comes true by an entry of its own.
 */
final class Refinement {
    private static final Shape HEADER = Shape.of(Header.class);

    private Refinement() {}

    /** The first field (RFC 6901) where the new content says less, other, or the same in other words; null for none. */
    static @Nullable String fault(WorldEntry before, WorldEntry after) {
        if (before.getClass() != after.getClass()) {
            return "/type";
        }
        String ofHeader = fault(HEADER, before.header(), after.header(), "");
        return ofHeader != null ? ofHeader : fault(Shape.of(before.getClass()), (Record) before, (Record) after, "");
    }

    private static @Nullable String fault(Shape shape, Record before, Record after, String at) {
        for (Field field : shape.fields()) {
            String fault = fault(field.form(), field.of(before), field.of(after), at + field.pointer());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable String fault(Form form, @Nullable Object before, @Nullable Object after, String at) {
        if (before == null || isMissing(before)) {
            return null;
        }
        if (after == null) {
            return at;
        }
        return switch (form) {
            case Form.Named thing -> fault(thing.shape(), (Record) before, (Record) after, at);
            case Form.Nested(Shape shape) -> fault(shape, (Record) before, (Record) after, at);
            case Form.Many(Form item) -> fault(item, (List<?>) before, (List<?>) after, at);
            case Form.Text ignored
            when before instanceof Effective date -> isAsPrecise((Effective) after, date) ? null : at;
            case Form.Text ignored -> unlessEqual(before, after, at);
            case Form.Count ignored -> unlessEqual(before, after, at);
            case Form.Flag ignored -> unlessEqual(before, after, at);
            case Form.Choice ignored -> unlessEqual(before, after, at);
            case Form.Content ignored -> unlessEqual(before, after, at);
        };
    }

    private static @Nullable String fault(Form item, List<?> before, List<?> after, String at) {
        if (before.size() != after.size()) {
            return at;
        }
        for (int i = 0; i < before.size(); i++) {
            String fault = fault(item, before.get(i), after.get(i), at + "/" + i);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable String unlessEqual(Object before, Object after, String at) {
        return before.equals(after) ? null : at;
    }

    private static boolean isMissing(Object value) {
        return value.equals(List.of()) || value == Contract.UNSPECIFIED;
    }

    /** The same date, or one that narrows it. */
    private static boolean isAsPrecise(Effective after, Effective before) {
        if (after.text().equals(before.text())) {
            return true;
        }
        Window was = before.start().window();
        Window is = after.start().window();
        return isWithin(is, was)
                && switch (before) {
                    case Point ignored -> after instanceof Period period ? period.over() != null : !is.equals(was);
                    case Period period -> after instanceof Period other && narrowsEnd(other, period, !is.equals(was));
                };
    }

    /** Whether the end is among the days that it was, and fewer of them unless the beginning has narrowed. */
    private static boolean narrowsEnd(Period after, Period before, boolean beginningNarrows) {
        Window was = before.over();
        Window is = after.over();
        if (was == null) {
            return is != null || beginningNarrows;
        }
        return is != null && isWithin(is, was) && (beginningNarrows || !is.equals(was));
    }

    private static boolean isWithin(Window inner, Window outer) {
        return !inner.earliest().isBefore(outer.earliest()) && !inner.latest().isAfter(outer.latest());
    }
}
