package fr.jalon.answers;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.events.time.Window;
import fr.jalon.events.timeline.Certainty;
import fr.jalon.events.why.Doubt;
import fr.jalon.events.why.Outcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@link Doubt} with the names that things have: a day that nobody knows, and on which an answer depends.
 *
 * @param type of the entry that tells it
 * @param told what that entry tells, as a fact
 * @param isEnd whether it is the last day of that entry's period, and not the day on which the entry takes effect
 * @param days those that it may be
 * @param entries that entry, and the correction by which it stands
 */
public record OpenDay(EntryType type, Fact told, boolean isEnd, Window days, List<UUID> entries, List<Case> cases) {
    /**
     * What is so if the day is one of these.
     *
     * @param values those that the subject has or may have then
     */
    public record Case(Window days, Certainty held, List<Fact> values) {}

    static OpenDay of(Doubt doubt, Map<Subject, String> names, UnaryOperator<ObjectNode> eyes) {
        Subject subject = doubt.entry().subject();
        boolean isEnd = doubt.isEnd();
        return new OpenDay(
                EntryType.of(doubt.entry().entry()),
                fact(subject, doubt.entry().attributes(), Certainty.CERTAIN, Certainty.CERTAIN, names)
                        .seen(eyes),
                isEnd,
                shown(doubt.days(), isEnd),
                doubt.entry().told(),
                doubt.cases().stream()
                        .map(each -> of(subject, shown(each.days(), isEnd), each.outcome(), names, eyes))
                        .toList());
    }

    private static Case of(
            Subject subject, Window days, Outcome outcome, Map<Subject, String> names, UnaryOperator<ObjectNode> eyes) {
        Certainty held = outcome.isHeld() ? Certainty.CERTAIN : Certainty.POSSIBLE;
        return new Case(
                days,
                held,
                outcome.values().entrySet().stream()
                        .map(value -> fact(subject, value.getKey(), value.getValue(), held, names)
                                .seen(eyes))
                        .toList());
    }

    /** An end is told by the last day inside. */
    private static Window shown(Window days, boolean isEnd) {
        return isEnd ? days.dayBefore() : days;
    }

    private static Fact fact(
            Subject subject,
            Map<String, Object> attributes,
            Certainty certainty,
            Certainty held,
            Map<Subject, String> names) {
        ObjectNode value = Names.named(EntryJson.nameless(attributes), names);
        return Fact.of(subject, value, certainty, held, null, null, List.of(), false);
    }
}
