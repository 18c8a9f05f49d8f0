package fr.jalon.answers;

import fr.jalon.answers.Agenda.Item;
import fr.jalon.answers.Difference.Axis;
import fr.jalon.answers.Difference.Change;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.timeline.Certainty;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Changes and agendas told in sentences: what moved in the world, what we learned and took back, what lies ahead. */
public final class Telling {
    private final Wording words;

    private Telling(Wording words) {
        this.words = words;
    }

    /** One sentence on a change, in French and in English. */
    public static Sentence of(Change change, Axis axis) {
        return new Sentence(
                new Telling(Wording.FRENCH).tell(change, axis), new Telling(Wording.ENGLISH).tell(change, axis));
    }

    /** One sentence on a line of an agenda. */
    public static Sentence of(Item item) {
        return new Sentence(new Telling(Wording.FRENCH).tell(item), new Telling(Wording.ENGLISH).tell(item));
    }

    /** One sentence on what would settle a doubt. */
    public static Sentence of(OpenDay day) {
        return new Sentence(new Telling(Wording.FRENCH).tell(day), new Telling(Wording.ENGLISH).tell(day));
    }

    /** One sentence on what is so in one case of a doubt. */
    public static Sentence of(OpenDay.Case one) {
        return new Sentence(new Telling(Wording.FRENCH).tell(one), new Telling(Wording.ENGLISH).tell(one));
    }

    private String tell(OpenDay day) {
        String days = words.window("settles", day.days());
        return words.sentence(
                day.isEnd()
                        ? words.say("settles.end", holds(day.told()), days)
                        : words.say("settles.begin", words.deed(day.type(), day.told()), days));
    }

    private String tell(OpenDay.Case one) {
        boolean isHeld = one.held() == Certainty.CERTAIN;
        Stream<String> values = one.values().stream().map(fact -> isHeld ? holds(fact) : said("holds", fact));
        Stream<String> none = isHeld ? Stream.of() : Stream.of(words.say("settles.nothing"));
        return words.sentence(words.say(
                "settles.case",
                words.window("settles", one.days()),
                Stream.concat(values, none).reduce(this::or).orElseThrow()));
    }

    private String tell(Item item) {
        String pattern = "agenda." + item.kind().code();
        ObjectNode value = item.stretch().value();
        boolean isAnnounced = item.stretch().subject().kind() == CompanionKind.OUTLOOK;
        return words.sentence(
                isAnnounced
                        ? words.say(
                                pattern,
                                words.window("window", item.days()),
                                words.type(value),
                                words.details(CompanionKind.OUTLOOK, value))
                        : words.say(
                                pattern,
                                words.day(item.days().earliest()),
                                words.clause("holds", item.stretch().fact())));
    }

    private String tell(Change change, Axis axis) {
        if (isHeldOrNot(change.before(), change.after())) {
            boolean isHeld = change.after().getFirst().held() == Certainty.CERTAIN;
            String either =
                    change.after().stream().map(this::holds).reduce(this::or).orElseThrow();
            return words.sentence(words.say(isHeld ? "now-held" : "no-longer-held", either));
        }
        return words.sentence(
                switch (axis) {
                    case WORLD -> moved(change.before(), change.after());
                    case KNOWLEDGE -> learned(change.before(), change.after());
                });
    }

    /** Whether the same values are possible, but for none at all. */
    private static boolean isHeldOrNot(List<Fact> before, List<Fact> after) {
        return before.size() > 1
                && before.size() == after.size()
                && before.getFirst().held() != after.getFirst().held()
                && before.stream().allMatch(was -> after.stream().anyMatch(is -> isSameValue(was, is)));
    }

    private String moved(List<Fact> before, List<Fact> after) {
        if (before.isEmpty()) {
            return alternatives("began", after);
        }
        if (after.isEmpty()) {
            return before.stream().map(this::over).reduce(this::or).orElseThrow();
        }
        if (before.size() == 1 && after.size() == 1) {
            return moved(before.getFirst(), after.getFirst());
        }
        Fact left = before.getFirst();
        List<Fact> others =
                after.stream().filter(fact -> !isSameValue(fact, left)).toList();
        if (before.size() == 1 && isCertain(left) && after.size() == 2 && others.size() == 1) {
            return perhaps(words.passed(left, others.getFirst()));
        }
        Fact now = after.getFirst();
        if (after.size() == 1 && isCertain(now) && before.stream().anyMatch(fact -> isSameValue(fact, now))) {
            return words.say("now-certain", holds(now));
        }
        return words.say("changed", alternatives("held", before), alternatives("holds", after));
    }

    private String moved(Fact before, Fact after) {
        if (isSameValue(before, after)) {
            return movedAlike(before, after, said("holds", after), "now-certain", "no-longer-certain");
        }
        if (!isCertain(before)) {
            return words.say("changed", said("held", before), said("holds", after));
        }
        String passed = words.passed(before, after);
        return isCertain(after) ? passed : perhaps(passed);
    }

    private String learned(List<Fact> before, List<Fact> after) {
        if (before.isEmpty()) {
            return words.say("learned", known("holds", after));
        }
        if (after.isEmpty()) {
            boolean wasCertain = before.stream().anyMatch(Telling::isCertain);
            String held = before.stream().map(this::holds).reduce(this::or).orElseThrow();
            return words.say(wasCertain ? "taken-back" : "taken-back.possible", held);
        }
        if (before.size() == 1 && after.size() == 1 && isSameValue(before.getFirst(), after.getFirst())) {
            Fact was = before.getFirst();
            Fact is = after.getFirst();
            String same = words.say("learned", known("holds", after));
            return movedAlike(was, is, same, "learned.certain", "learned.doubt");
        }
        return words.say("learned.instead", known("holds", after), known("held", before));
    }

    /** The same value, surer or less sure, or with another beginning or end. */
    private String movedAlike(Fact before, Fact after, String same, String surer, String lessSure) {
        String told = before.certainty() == after.certainty()
                ? same
                : words.say(isCertain(after) ? surer : lessSure, holds(after));
        told = words.dateMoved(told, "since", before.since(), after.since());
        told = words.dateMoved(told, "until", before.until(), after.until());
        return before.contested() == after.contested()
                ? told
                : words.say(after.contested() ? "now-contested" : "no-longer-contested", told);
    }

    private String over(Fact fact) {
        return isCertain(fact) ? words.clause("ended", fact) : words.say("no-longer-possible", holds(fact));
    }

    private String alternatives(String move, List<Fact> facts) {
        return facts.stream().map(fact -> said(move, fact)).reduce(this::or).orElseThrow();
    }

    private String known(String move, List<Fact> facts) {
        return facts.stream()
                .map(fact -> isCertain(fact) ? words.clause(move, fact) : words.perhaps(move, fact))
                .reduce(this::or)
                .orElseThrow();
    }

    private String said(String move, Fact fact) {
        String clause = words.clause(move, fact);
        return isCertain(fact) ? clause : perhaps(clause);
    }

    private String holds(Fact fact) {
        return words.clause("holds", fact);
    }

    private String or(String one, String other) {
        return words.say("or", one, other);
    }

    private String perhaps(String clause) {
        return words.say("perhaps", clause);
    }

    private static boolean isCertain(Fact fact) {
        return fact.certainty() == Certainty.CERTAIN;
    }

    private static boolean isSameValue(Fact one, Fact other) {
        return one.value().equals(other.value());
    }
}
