package fr.jalon.events.readings;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.timeline.Certainty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examples that the specification of time gives, for whoever answers or judges. */
public final class SpecificationExamples {
    private static final String TERRITORY = "marseille";
    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    private SpecificationExamples() {}

    /**
     * One question and its answer.
     *
     * @param entries what is recorded, in order; all of one subject
     * @param knownThrough the position up to which the register is read
     * @param values what may be held, by its attributes, and how sure that is
     * @param held whether it is certain that some value is held
     */
    public record Example(
            List<Recorded> entries,
            long knownThrough,
            LocalDate asOf,
            Map<Map<String, Object>, Certainty> values,
            boolean held) {
        public Subject subject() {
            return Said.subject((WorldEntry) entries.getFirst().entry());
        }

        /** The entries up to where the register is read. */
        public List<Recorded> known() {
            return entries.subList(0, Math.toIntExact(knownThrough));
        }

        @Override
        public String toString() {
            return said(entries) + " as of " + asOf + ", known through " + knownThrough;
        }
    }

    /**
     * A proposed entry and what becomes of it.
     *
     * @param entries what is recorded, in order
     * @param proposed what is to be recorded next
     */
    public record Proposal(List<Recorded> entries, WorldEntry proposed, LocalDate today, boolean accepted) {
        @Override
        public String toString() {
            return said(entries) + " then " + said(proposed) + (accepted ? " is accepted" : " is refused");
        }
    }

    /** The examples of answers. */
    public static List<Example> answers() {
        List<Example> examples = new ArrayList<>();
        examples.addAll(answers(
                List.of(granted("2023-03-15/2023", 1000)),
                "2023-03-15: 1000 certain",
                "2023-06-01: 1000 possible",
                "2024-01-01: none"));
        examples.addAll(answers(
                List.of(granted("2023-01-01/2024-12-31", 1000), amountChanged("2024-03-01", 2000)),
                "2024-12-31: 2000 certain",
                "2025-01-01: none"));
        examples.addAll(answers(
                List.of(stance("2020/2022", "supports"), stance("2021-06", "supports")),
                "2021-12-31: supports certain",
                "2022-06-01: supports possible",
                "2023-01-01: none"));
        examples.addAll(answers(
                List.of(stance("2020-01-01/2024-12-31", "supports"), stance("2021/2021", "supports")),
                "2023-01-01: supports certain"));
        examples.addAll(answers(
                List.of(joined("[..2024-07-22]"), joined("2020-02-16/..")),
                "2019-01-01: joined possible",
                "2021-01-01: joined certain"));
        examples.addAll(answers(
                List.of(appointed("2019-01-01", "claire"), appointed("2022", "paul"), appointed("2022-06-15", "paul")),
                "2022-03-01: claire possible, paul possible, held",
                "2022-09-01: paul certain"));
        examples.addAll(answers(
                List.of(granted("2020-01-01/2023-06-30", 1000), withdrawn("2023")),
                "2023-03-01: 1000 possible",
                "2023-09-01: none"));
        examples.addAll(answers(
                List.of(granted("2022-03-15", 1000), withdrawn("2022")),
                "2022-09-01: 1000 possible",
                "2023-01-01: none"));
        examples.addAll(answers(
                List.of(stance("2023", "supports"), stance("2023-01-26", "insufficient")),
                "2023-01-10: supports possible",
                "2023-01-26: insufficient certain",
                "2023-12-31: supports possible, insufficient possible, held"));
        examples.addAll(answers(
                List.of(joined("2019/2020"), joined("2020-06-01")),
                "2020-03-01: joined certain",
                "2020-09-01: joined possible",
                "2021-01-01: none"));
        List<WorldEntry> marseille = List.of(carried("2019", "adpei"), carried("2023", "hpf"));
        examples.addAll(answers(
                marseille,
                "2018-12-31: none",
                "2019-06-01: adpei possible",
                "2019-12-31: adpei certain",
                "2023-06-01 known through 1: adpei certain",
                "2023-06-01: adpei possible, hpf possible, held",
                "2023-12-31: hpf certain"));
        return List.copyOf(examples);
    }

    /** The examples of what is accepted and what is refused. */
    public static List<Proposal> proposals() {
        return List.of(
                accepted(List.of(granted("2022-03-15", 1000)), withdrawn("2022")),
                accepted(List.of(appointed("2020", "claire"), appointed("2023", "paul")), left("2023-06", "claire")),
                refused(List.of(), withdrew("2022")),
                refused(List.of(joined("2022-03-15")), withdrew("2021")),
                accepted(List.of(joined("2022")), withdrew("2022")),
                accepted(List.of(joined("2022")), joined("2022-06-15")),
                refused(List.of(joined("2022")), joined("2022-12-31")),
                refused(List.of(joined("2022-03-15")), joined("2022-03-15")),
                refused(List.of(), renewed("2022")),
                refused(List.of(), amountChanged("2022", 2000)),
                accepted(List.of(granted("2021", 1000)), renewed("2022")),
                refused(List.of(granted("2021", 1000), withdrawn("2022-06-30")), renewed("2022-07-01")),
                refused(List.of(granted("2021", 1000), withdrawn("2022-06-30")), withdrawn("2022-07-01")),
                refused(List.of(granted("2022-01-01", 1000), renewed("2023-06-01")), withdrawn("2023-01-01")),
                refused(List.of(carried("2019", "adpei")), carried("2023", "adpei")),
                accepted(List.of(carried("2019", "adpei")), carried("2023", "hpf")),
                accepted(List.of(carried("2019", "adpei"), carried("2023", "hpf")), carried("2023", "adpei")),
                refused(List.of(), granted("2024-01-01", 1000)),
                accepted(List.of(), granted("2023-12-31", 1000)));
    }

    public static WorldEntry granted(String effective, int amount) {
        return entry("funding-granted", effective, """
                "funding": "etat", "funder": "dgefp", "amount": {"value": "%d", "currency": "EUR"}""".formatted(amount));
    }

    public static WorldEntry renewed(String effective) {
        return entry("funding-renewed", effective, "\"funding\": \"etat\"");
    }

    public static WorldEntry amountChanged(String effective, int amount) {
        return entry("funding-amount-changed", effective, """
                "funding": "etat", "direction": "increased", "amount": {"value": "%d", "currency": "EUR"}""".formatted(amount));
    }

    public static WorldEntry withdrawn(String effective) {
        return entry("funding-withdrawn", effective, "\"funding\": \"etat\"");
    }

    public static WorldEntry stance(String effective, String stance) {
        return entry("institutional-support-stated", effective, """
                "institution": "ville", "stance": "%s", "programme": "convergence\"""".formatted(stance));
    }

    public static WorldEntry joined(String effective) {
        return entry("worksite-joined-programme", effective, """
                "worksite": {"id": "jardins"}, "programme": "convergence\"""");
    }

    public static WorldEntry withdrew(String effective) {
        return entry("worksite-withdrew-from-programme", effective, """
                "worksite": "jardins", "programme": "convergence\"""");
    }

    public static WorldEntry appointed(String effective, String person) {
        return entry("coordinator-appointed", effective, "\"person\": \"" + person + "\"");
    }

    public static WorldEntry left(String effective, String person) {
        return entry("coordinator-left", effective, "\"person\": \"" + person + "\"");
    }

    public static WorldEntry carried(String effective, String carrier) {
        return entry("coordination-carrier-changed", effective, "\"carrier\": \"" + carrier + "\"");
    }

    public static Entry corrected(long target, WorldEntry content) {
        return remark(
                "entry-corrected", target, "\"kind\": \"wrong\", \"entry\": " + EntryJson.write(at(target, content)));
    }

    public static Entry retracted(long target) {
        return remark("entry-retracted", target, "\"note\": \"twice\"");
    }

    private static Entry remark(String type, long target, String attributes) {
        return EntryJson.read("""
                {"entryId": "%s", "territory": "%s", "type": "%s", "target": "%s", "reason": "error", %s}""".formatted(NO_ID, TERRITORY, type, id(target), attributes));
    }

    /** An entry of any type; {@link #at} gives it an id of its own. */
    public static WorldEntry entry(String type, String effective, String attributes) {
        return (WorldEntry) EntryJson.read("""
                {"entryId": "00000000-0000-4000-8000-000000000000", "territory": "%s", "type": "%s", "effective": "%s", %s}""".formatted(TERRITORY, type, effective, attributes));
    }

    /** The entries, each in its place and with the id of its place. */
    public static List<Recorded> recorded(List<? extends Entry> entries) {
        List<Recorded> recorded = new ArrayList<>();
        for (Entry entry : entries) {
            long position = recorded.size() + 1L;
            recorded.add(new Recorded(
                    position, Instant.parse("2024-01-01T00:00:00Z").plusSeconds(position), at(position, entry)));
        }
        return recorded;
    }

    /** The entry with the id of this place. */
    public static Entry at(long position, Entry entry) {
        return EntryJson.read(EntryJson.write(entry).replace(NO_ID, id(position)));
    }

    private static String id(long position) {
        return "00000000-0000-4000-8000-%012d".formatted(position);
    }

    private static List<Example> answers(List<WorldEntry> entries, String... answers) {
        List<Recorded> recorded = recorded(entries);
        return Stream.of(answers)
                .map(answer -> answer(recorded, answer.split(": ", 2)))
                .toList();
    }

    private static Example answer(List<Recorded> entries, String[] questionAndAnswer) {
        String[] question = questionAndAnswer[0].split(" known through ", 2);
        Map<Map<String, Object>, Certainty> values = new LinkedHashMap<>();
        boolean held = false;
        for (String each : questionAndAnswer[1].split(", ", -1)) {
            String[] words = each.split(" ", -1);
            if (words.length == 2) {
                Certainty certainty = words[1].equals("certain") ? Certainty.CERTAIN : Certainty.POSSIBLE;
                values.put(value(entries, words[0]), certainty);
            }
            held |= each.equals("held") || each.endsWith(" certain");
        }
        return new Example(
                entries,
                question.length == 2 ? Long.parseLong(question[1]) : entries.size(),
                LocalDate.parse(question[0]),
                Collections.unmodifiableMap(values),
                held);
    }

    /**
     * The attributes of the value that this word tells from the others: those of the entry that has it, but for its
     * direction.
     */
    private static Map<String, Object> value(List<Recorded> entries, String word) {
        Map<String, Object> value = new LinkedHashMap<>();
        for (Recorded recorded : entries) {
            Map<String, Object> attributes = EntryJson.attributes(recorded.entry());
            boolean isTold = word.equals("joined")
                    || EntryJson.nameless(attributes).toString().contains("\"" + word + "\"");
            if (value.isEmpty() || isTold) {
                value.putAll(attributes);
            }
        }
        value.remove("direction");
        return value;
    }

    private static Proposal accepted(List<WorldEntry> entries, WorldEntry proposed) {
        return proposal(entries, proposed, true);
    }

    private static Proposal refused(List<WorldEntry> entries, WorldEntry proposed) {
        return proposal(entries, proposed, false);
    }

    private static Proposal proposal(List<WorldEntry> entries, WorldEntry proposed, boolean accepted) {
        List<Recorded> recorded = recorded(entries);
        return new Proposal(
                recorded, (WorldEntry) at(recorded.size() + 1L, proposed), LocalDate.of(2023, 12, 31), accepted);
    }

    private static String said(List<Recorded> entries) {
        return entries.stream()
                .map(Recorded::entry)
                .map(SpecificationExamples::said)
                .collect(Collectors.joining(", "));
    }

    private static String said(Entry entry) {
        var json = EntryJson.tree(entry);
        return json.get("type").stringValue() + " " + json.get("effective").stringValue();
    }
}
