package fr.jalon.console.recording;

import fr.jalon.console.page.Visit;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.time.Days;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.typed.Misread;
import fr.jalon.tables.typed.ThingsAsked;
import fr.jalon.tables.typed.TypedEntry;
import fr.jalon.tables.typed.TypedThings;
import fr.jalon.tables.typed.Typist;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form makes of what was typed in it.
 *
 * @param entry as far as it could be read
 * @param told what was made of what was typed: « automne 2025 » is those days, « ADPEI » is a thing of the register
 * @param faults by the field's name, what cannot be read and what would be right
 */
record TypedDraft(ObjectNode entry, List<String> told, Map<String, String> faults) {
    /** Of a form; a field that was left empty is none of the entry. */
    static TypedDraft of(
            EntryType type,
            ObjectNode entry,
            Map<String, String> typed,
            ThingsAsked things,
            Visit visit,
            InstantSource clock) {
        List<String> told = new ArrayList<>();
        Map<String, String> faults = new HashMap<>();
        Instant now = clock.instant();
        Typist typist = new Typist(visit.caller().language(), LocalDate.ofInstant(now, Days.ZONE), told::add);
        TypedEntry draft = new TypedEntry(type, entry, new TypedThings(things, typist), typist);
        for (Column column : EntryField.columns(type)) {
            String text = typed.get(column.name());
            if (text != null) {
                try {
                    draft.set(column, text);
                } catch (Misread misread) {
                    faults.put(column.name(), misread.sentence());
                }
            }
        }
        return new TypedDraft(entry, told, faults);
    }
}
