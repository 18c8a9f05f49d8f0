package fr.jalon.answers;

import fr.jalon.events.entry.Code;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the mere passing of days brings, what is announced, and what was announced and has not come (<i>agenda</i>).
 *
 * @param items by day, each once
 */
public record Agenda(List<Item> items) {
    private static final Comparator<Item> ORDER = Comparator.comparing((Item item) -> item.days.earliest())
            .thenComparing(item -> item.days.latest())
            .thenComparing(Item::kind)
            .thenComparing(item -> item.stretch.subject())
            .thenComparing(
                    item -> item.stretch.since(), Comparator.<@Nullable String>nullsFirst(Comparator.naturalOrder()))
            .thenComparing(
                    item -> item.stretch.entries().stream().map(UUID::toString).collect(Collectors.joining(",")));

    /** With another budget line, or none, a funding is the same one. */
    private static final Set<String> DETAILS = Set.of("budgetLine", "purpose");

    /** What happens on a day, compared with the day before, or what is announced. */
    public enum Kind implements Code {
        /** Certain from this day on, and not so before. */
        BEGINS,
        /** Possible from this day on, and not so before. */
        MAY_BEGIN,
        /** Possible before, certain from this day on. */
        BECOMES_CERTAIN,
        /** Certain before, only possible from this day on. */
        MAY_END,
        /** Certain before, not so from this day on. */
        ENDS,
        /** Once certain, then possible, not so any more from this day on. */
        SURELY_ENDED,
        /** Never more than possible, and no longer that from this day on. */
        RULED_OUT,
        /** Announced as planned for these days, and not come yet. */
        PLANNED,
        /** Announced as possible on these days, and not come yet. */
        POSSIBLE,
        /** Announced for days that have passed, and not come. */
        OVERDUE
    }

    /**
     * One line of it.
     *
     * @param days the day of which it is true first, or those it was announced for
     */
    public record Item(Kind kind, Window days, Stretch stretch) {
        private Item together(Item other) {
            return new Item(kind, days, stretch.together(other.stretch));
        }
    }

    /**
     * The agenda of these days.
     *
     * @param stretches at least those that touch one of the days, all announcements and all names
     * @param days first and last day
     * @param asOf the day on which it is drawn up: what was announced for a day before it, and before the last of the
     *     days, has not come
     */
    public static Agenda of(List<Stretch> stretches, Window days, AsOf asOf) {
        Map<Subject, String> names = Stretch.names(stretches.stream());
        LocalDate judged = Days.earlier(asOf.day(), days.latest());
        List<Item> items = new ArrayList<>();
        Map<Held, List<Stretch>> held = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            Stretch named = stretch.named(names);
            if (stretch.subject().kind() instanceof FactKind) {
                held.computeIfAbsent(new Held(named.subject(), named.value()), first -> new ArrayList<>())
                        .add(named);
            } else if (stretch.subject().kind() == CompanionKind.OUTLOOK) {
                addAnnouncement(named, days, judged, items);
            }
        }
        held.values().forEach(ofOneValue -> addMoves(ofOneValue, days, items));
        return new Agenda(toldOnce(items).stream().sorted(ORDER).toList());
    }

    /** The same move of the same subject, but for details that make no other thing of it, is told once. */
    private static List<Item> toldOnce(List<Item> items) {
        Map<Move, Item> told = new LinkedHashMap<>();
        items.forEach(item -> told.merge(Move.of(item), item, Item::together));
        return List.copyOf(told.values());
    }

    private record Move(Kind kind, Window days, Subject subject, ObjectNode value) {
        static Move of(Item item) {
            ObjectNode value = item.stretch.value();
            if (item.stretch.subject().kind() == FactKind.FUNDING) {
                value = value.deepCopy();
                value.remove(DETAILS);
            }
            return new Move(item.kind, item.days, item.stretch.subject(), value);
        }
    }

    private record Held(Subject subject, ObjectNode value) {}

    /** A value that goes on from one stretch to the next neither ends there nor begins. */
    private static void addMoves(List<Stretch> ofOneValue, Window days, List<Item> items) {
        ofOneValue.sort(Comparator.comparing(stretch -> stretch.possible().from()));
        Stretch before = null;
        boolean onceCertain = false;
        for (int i = 0; i < ofOneValue.size(); i++) {
            Stretch stretch = ofOneValue.get(i);
            LocalDate end = stretch.possible().to();
            boolean goesOn = i + 1 < ofOneValue.size()
                    && ofOneValue.get(i + 1).possible().from().equals(end);
            onceCertain = (before != null && onceCertain) || stretch.certain() != null;
            addMoves(stretch, before, days, items);
            if (!goesOn) {
                Kind kind = isCertainAtEnd(stretch) ? Kind.ENDS : onceCertain ? Kind.SURELY_ENDED : Kind.RULED_OUT;
                add(kind, end, stretch, days, items);
            }
            before = goesOn ? stretch : null;
        }
    }

    private static boolean isCertainAtEnd(Stretch stretch) {
        return stretch.certain() != null
                && stretch.certain().to().equals(stretch.possible().to());
    }

    private static void addMoves(Stretch stretch, @Nullable Stretch before, Window days, List<Item> items) {
        DayRange possible = stretch.possible();
        DayRange certain = stretch.certain();
        boolean atOnce = certain != null && certain.from().equals(possible.from());
        if (before == null) {
            add(atOnce ? Kind.BEGINS : Kind.MAY_BEGIN, possible.from(), stretch, days, items);
        } else if (isCertainAtEnd(before) != atOnce) {
            add(atOnce ? Kind.BECOMES_CERTAIN : Kind.MAY_END, possible.from(), stretch, days, items);
        }
        if (certain != null && !atOnce) {
            add(Kind.BECOMES_CERTAIN, certain.from(), stretch, days, items);
        }
        if (certain != null && !isCertainAtEnd(stretch)) {
            add(Kind.MAY_END, certain.to(), stretch, days, items);
        }
    }

    private static void add(Kind kind, LocalDate day, Stretch stretch, Window days, List<Item> items) {
        if (!day.isBefore(days.earliest()) && !day.isAfter(days.latest())) {
            items.add(new Item(kind, Window.day(day), stretch));
        }
    }

    private static void addAnnouncement(Stretch announced, Window days, LocalDate judged, List<Item> items) {
        Window expected = Effective.parse(Objects.requireNonNull(announced.since()))
                .start()
                .window();
        if (!announced.possible().contains(judged)) {
            return;
        }
        if (expected.latest().isBefore(judged)) {
            items.add(new Item(Kind.OVERDUE, expected, announced));
        } else if (!expected.earliest().isAfter(days.latest())
                && !expected.latest().isBefore(days.earliest())) {
            boolean planned = announced.value().path("status").asString("").equals("planned");
            items.add(new Item(planned ? Kind.PLANNED : Kind.POSSIBLE, expected, announced));
        }
    }
}
