package fr.jalon.people;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Shape;
import fr.jalon.people.PersonKey.Place;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals the names of persons, and free texts, in entries on their way to the register, and opens them for who may see
 * them. A name is sealed for the entry that it is the content of, so that a correction which says it again says the
 * same.
 */
public final class NameSeal {
    /** The field that a person stands in, in every type of entry; what stands elsewhere is no person. */
    private static final String PERSON = "person";

    private static final String CONTENT = "entry";
    private static final String NAME = "name";
    private static final String POINTER = "/" + PERSON + "/" + NAME;

    private final PersonKeys keys;
    private final TextSeal texts;

    public NameSeal(PersonKeys keys, TextKeys ofTexts) {
        this.keys = keys;
        this.texts = new TextSeal(ofTexts);
    }

    /**
     * The entry as it is recorded.
     *
     * @param isTried whether it is only tried out, and leaves nothing
     * @param before what the register has of it, asked for where a text was redacted
     * @throws ErasedPersonException if it names a person who was erased
     * @throws TextSeal.RedactedException if it says something where a text was redacted
     */
    public Entry sealed(Entry entry, boolean isTried, TextSeal.Before before) {
        return texts.sealed(named(entry, isTried), isTried, before);
    }

    /** The same for a register in which there is nothing. */
    public Entry sealed(Entry entry, boolean isTried) {
        return sealed(entry, isTried, TextSeal.Before.NOTHING);
    }

    /**
     * The same, only tried out, with what cannot be sealed any more as it is.
     *
     * @throws ErasedPersonException if it names a person who was erased
     */
    Entry sealedWherePossible(Entry entry) {
        return texts.sealedWherePossible(named(entry, true));
    }

    private Entry named(Entry entry, boolean isTried) {
        boolean isCorrection = entry instanceof EntryCorrected;
        Entry content = entry instanceof EntryCorrected corrected ? corrected.entry() : entry;
        if (!mayNamePerson(content)) {
            return entry;
        }
        ObjectNode json = EntryJson.tree(entry);
        ObjectNode named = isCorrection ? (ObjectNode) json.get(CONTENT) : json;
        String pointer = isCorrection ? "/" + CONTENT + POINTER : POINTER;
        return named.get(PERSON) instanceof ObjectNode person && isClear(person)
                ? sealed(json, person, content, pointer, isTried)
                : entry;
    }

    private Entry sealed(ObjectNode json, ObjectNode person, Entry content, String pointer, boolean isTried) {
        String id = person.path("id").stringValue();
        PersonKey key = isTried ? keys.toTryWith(id, pointer) : keys.toRecordWith(id, pointer);
        Place place = new Place(content.territory(), id, content.entryId(), POINTER);
        person.put(NAME, key.seal(person.path(NAME).stringValue(), place).toString());
        return EntryJson.read(json, new EntryJson.Defaults(null, null));
    }

    String newId(String territory, String name) {
        return keys.newId(territory, name);
    }

    /** What stands for a text in an id: the same for the same one, and nothing says which. */
    String keyed(String territory, String text) {
        return keys.keyed(territory, text);
    }

    private static boolean isClear(ObjectNode person) {
        return person.path(NAME).isString()
                && SealedName.of(person.path(NAME).stringValue()).isEmpty();
    }

    private static boolean mayNamePerson(Entry content) {
        return content instanceof WorldEntry
                && Shape.of(content.getClass()).fields().stream()
                        .anyMatch(field -> field.name().equals(PERSON));
    }

    /** What proves each of these names, by its text; of those whose person was not erased. */
    public Map<String, Disclosure> disclosed(Collection<SealedName> sealed) {
        List<String> persons =
                sealed.stream().map(SealedName::person).distinct().toList();
        Map<String, PersonKey> known = keys.of(persons);
        Map<String, Disclosure> disclosed = new HashMap<>();
        for (SealedName each : sealed) {
            PersonKey key = known.get(each.person());
            if (key != null) {
                key.open(each).ifPresent(disclosure -> disclosed.put(each.toString(), disclosure));
            }
        }
        return disclosed;
    }

    /** A free text in the place of a sealed one; what was redacted, and a name, stays sealed. */
    public String textOf(String sealed) {
        return texts.open(sealed);
    }

    /** The same of texts, those that were not redacted. */
    public Map<SealedText, Disclosure> textsDisclosed(Collection<SealedText> sealed) {
        return texts.disclosed(sealed);
    }
}
