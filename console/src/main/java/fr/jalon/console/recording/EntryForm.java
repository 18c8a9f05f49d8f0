package fr.jalon.console.recording;

import fr.jalon.console.client.At;
import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.KnownThings.NamedThing;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which an entry is written, anew or again, and what it makes of what was typed. */
final class EntryForm {
    /** What names another entry. */
    private static final List<String> ABOUT = List.of("fulfils", "target");

    private static final String EURO = "EUR";
    private static final String VALUE = ".value";
    private static final String CURRENCY = ".currency";

    private final RegisterCalls register;
    private final InstantSource clock;

    EntryForm(RegisterCalls register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * Where a form is, and where it leads.
     *
     * @param rehearseAt where it is sent to see what it changes
     * @param recordAt where what was seen is sent to be recorded
     */
    record Place(String territory, EntryType type, String rehearseAt, String recordAt) {}

    /** Shows it with what was typed so far. */
    String show(Place place, Map<String, String> typed, Visit visit, Model page) {
        Collection<NamedThing> known = things(place.territory(), visit).ofTheTerritory();
        page.addAttribute("territory", place.territory());
        page.addAttribute("type", place.type().name());
        page.addAttribute("rehearseAt", place.rehearseAt());
        page.addAttribute("recordAt", place.recordAt());
        page.addAttribute("label", visit.words().labels().of(place.type()));
        page.addAttribute("fields", EntryField.of(place.type(), visit.words()));
        page.addAttribute("source", EntryField.ofTheSource(place.type(), visit.words()));
        page.addAttribute("typed", filled(place.type(), typed, known, visit));
        page.addAttribute("known", known);
        page.addAttribute("isDated", !place.type().isAboutTheRegister());
        return "record-write";
    }

    /** Shows what it would change as well. */
    void showEffect(
            String territory, TypedDraft draft, ForeseenEffect effect, JsonNode toRecord, Visit visit, Model page) {
        page.addAttribute("effect", effect);
        page.addAttribute("told", draft.told());
        if (effect.isFit()) { // what is no amount, no date could not be said
            page.addAttribute("said", said(territory, draft.entry(), visit));
            page.addAttribute("entry", toRecord.toString());
        }
    }

    /** What was typed, as an entry. */
    TypedDraft draft(String territory, EntryType type, ObjectNode start, Map<String, String> typed, Visit visit) {
        return TypedDraft.of(type, start, withEuros(typed), things(territory, visit), visit, clock);
    }

    /** What the register says of it, if all of it could be read. */
    ForeseenEffect rehearsed(TypedDraft draft, Function<ObjectNode, JsonNode> rehearse, Visit visit) {
        if (!draft.faults().isEmpty()) {
            return ForeseenEffect.misread(draft.faults());
        }
        try {
            return ForeseenEffect.of(rehearse.apply(draft.entry()), visit.words());
        } catch (RefusedCall refusal) {
            return ForeseenEffect.of(refusal, visit.words());
        }
    }

    /** An entry in a sentence, with its day, things by their names. */
    String said(String territory, JsonNode entry, Visit visit) {
        Language language = visit.caller().language();
        EntryWords words = new EntryWords(language, List.of());
        things(territory, visit).ofTheTerritory().forEach(each -> words.call(each.kind(), each.id(), each.name()));
        ABOUT.stream()
                .map(entry::path)
                .filter(JsonNode::isString)
                .forEach(id -> words.learn(register.entry(visit.caller(), territory, id.stringValue(), At.NOW)));
        String content = words.content(entry);
        String when = SaidDates.in(language).effective(entry.path("effective"));
        return when.isEmpty() ? content : content + ", " + when;
    }

    Things things(String territory, Visit visit) {
        return new Things(register, visit.caller(), territory);
    }

    /** A sum that somebody types without a currency is in euros. */
    private static Map<String, String> withEuros(Map<String, String> typed) {
        Map<String, String> more = new HashMap<>(typed);
        typed.forEach((name, text) -> {
            String currency = name.replace(VALUE, CURRENCY);
            if (name.endsWith(VALUE)
                    && !text.isBlank()
                    && typed.getOrDefault(currency, "-").isBlank()) {
                more.put(currency, EURO);
            }
        });
        return more;
    }

    /** Where a territory has one programme, nobody types it. */
    private static Map<String, String> filled(
            EntryType type, Map<String, String> typed, Collection<NamedThing> known, Visit visit) {
        Map<String, String> filled = new HashMap<>(typed);
        List<NamedThing> programmes =
                known.stream().filter(each -> each.kind().equals("programme")).toList();
        if (programmes.size() == 1 && !type.family().equals("programme")) {
            EntryField.of(type, visit.words()).stream()
                    .filter(field -> "programme".equals(field.thing()) && field.need())
                    .forEach(field -> filled.putIfAbsent(
                            field.name(), programmes.getFirst().name()));
        }
        return filled;
    }

    /** An entry that is there, as it was last corrected by what still stands. */
    JsonNode standing(String territory, String entryId, Visit visit) {
        JsonNode item = register.entry(visit.caller(), territory, entryId, At.NOW);
        JsonNode content = item.path("entry");
        for (JsonNode id : item.path("correctedBy")) {
            JsonNode correction = register.entry(visit.caller(), territory, id.asString(""), At.NOW);
            if (correction.path("retractedBy").isNull()) {
                content = correction.path("entry").path("entry");
            }
        }
        return content;
    }

    /** Of what type an entry is; there is no form where it is of none. */
    static EntryType type(JsonNode entry) {
        return EntryType.named(entry.path("type").asString(""))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a form shows of an entry that is there: its fields as people write them. */
    Map<String, String> typed(EntryType type, JsonNode entry, String territory, Visit visit) {
        Map<String, String> names = new HashMap<>();
        things(territory, visit)
                .ofTheTerritory()
                .forEach(each -> names.put(each.kind() + "/" + each.id(), each.name()));
        Map<String, String> typed = new HashMap<>();
        for (Column column : EntryField.columns(type)) {
            JsonNode value = entry;
            for (String field : column.path()) {
                value = value.isString() && field.equals("id") ? value : value.path(field);
            }
            String text = Written.of(value, column, names, visit.caller().language());
            if (!text.isEmpty()) {
                typed.put(column.name(), text);
            }
        }
        typed.put("status", entry.path("status").asString("actual"));
        return typed;
    }
}
