package fr.jalon.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Shape;
import fr.jalon.events.language.Withheld;
import fr.jalon.people.PersonKey.Place;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals the names of persons, and free texts, in entries on their way to the register, and opens them for who may see
 * them. The same name of the same person in one register is sealed alike, so that whoever says it again says the same.
 */
public final class NameSeal {
    /** The field that a person stands in, in every type of entry; what stands elsewhere is no person. */
    private static final String PERSON = "person";

    private static final String CONTENT = "entry";
    private static final String NAME = "name";
    private static final String POINTER = "/" + PERSON + "/" + NAME;

    /** Nothing more is recorded under the id of a person who was erased: nobody can tell whether it is the same one. */
    public static final class ErasedPersonException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String person;

        private final String pointer;

        ErasedPersonException(String person, String pointer) {
            super("A person was erased");
            this.person = person;
            this.pointer = pointer;
        }

        /** Where the entry names them (JSON pointer). */
        public String pointer() {
            return pointer;
        }

        public String person() {
            return person;
        }
    }

    /** How many names are remembered open, so that answers that are asked for often cost little. */
    private static final long MOST_REMEMBERED = 50_000;

    private final PersonKeys keys;
    private final TextSeal texts;
    private final Cache<Known, Optional<Disclosure>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    /** A name that a key opened: once that key is nobody's any more, nobody finds it here. */
    private record Known(PersonKey key, SealedName name) {}

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
        return texts.sealed(named(entry, isTried, before), isTried, before);
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
        return texts.sealedWherePossible(named(entry, true, TextSeal.Before.NOTHING));
    }

    private Entry named(Entry entry, boolean isTried, TextSeal.Before before) {
        boolean isCorrection = entry instanceof EntryCorrected;
        Entry content = entry instanceof EntryCorrected corrected ? corrected.entry() : entry;
        if (!mayNamePerson(content)) {
            return entry;
        }
        ObjectNode json = EntryJson.tree(entry);
        ObjectNode named = isCorrection ? (ObjectNode) json.get(CONTENT) : json;
        String pointer = isCorrection ? "/" + CONTENT + POINTER : POINTER;
        if (!(named.get(PERSON) instanceof ObjectNode person) || !isClear(person)) {
            return entry;
        }
        if (Withheld.LIMITED_NAME.isSaidBy(person.path(NAME).stringValue())) {
            leaveName(person, content.entryId(), before);
            return EntryJson.read(json, new EntryJson.Defaults(null, null));
        }
        return sealed(json, person, content, pointer, isTried);
    }

    /** Whoever repeats what they were shown instead of a name leaves the one that is recorded, or says none. */
    private static void leaveName(ObjectNode person, UUID entryId, TextSeal.Before before) {
        JsonNode standing = before.standing()
                .apply(entryId)
                .map(content -> EntryJson.tree(content).path(PERSON))
                .filter(said -> said.path("id").equals(person.path("id")))
                .orElse(MissingNode.getInstance());
        if (standing.path(NAME).isString()) {
            person.set(NAME, standing.path(NAME));
        } else {
            person.remove(NAME);
        }
    }

    private Entry sealed(ObjectNode json, ObjectNode person, Entry content, String pointer, boolean isTried) {
        String id = person.path("id").stringValue();
        PersonKey key = isTried ? keys.toTryWith(id, pointer) : keys.toRecordWith(id, pointer);
        Place place = new Place(content.territory(), id);
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

    /**
     * Names as they were opened, all at one moment.
     *
     * @param disclosures what proves each, by its text; of those whose person was not erased
     * @param limited the persons of whom only the national team reads it
     */
    record Opened(Map<String, Disclosure> disclosures, Set<String> limited) {
        static final Opened NONE = new Opened(Map.of(), Set.of());

        /** Those of persons of whom anybody may read it who may see names. */
        Map<String, Disclosure> unlessLimited(Collection<SealedName> names) {
            Map<String, Disclosure> others = new HashMap<>(disclosures);
            names.stream()
                    .filter(name -> limited.contains(name.person()))
                    .forEach(name -> others.remove(name.toString()));
            return others;
        }
    }

    Opened opened(Collection<SealedName> sealed) {
        List<String> persons =
                sealed.stream().map(SealedName::person).distinct().toList();
        Map<String, PersonKey> known = keys.of(persons);
        Map<String, Disclosure> disclosed = new HashMap<>();
        for (SealedName each : sealed) {
            PersonKey key = known.get(each.person());
            if (key != null) {
                remembered
                        .get(new Known(key, each), here -> here.key().open(here.name()))
                        .ifPresent(disclosure -> disclosed.put(each.toString(), disclosure));
            }
        }
        return new Opened(
                disclosed,
                known.entrySet().stream()
                        .filter(each -> each.getValue().isLimited())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
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
