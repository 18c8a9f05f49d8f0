package fr.jalon.people;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.language.Language;
import fr.jalon.people.NameSeal.ErasedPersonException;

/**
 * The names of persons, and free texts, as those handle them who record: sealed for the register, open to whoever may
 * record there.
 */
public final class PersonNames {
    private final NameSeal seal;
    private final ReaderNames all;

    public PersonNames(NameSeal seal) {
        this.seal = seal;
        this.all = new ReaderNames(seal, territory -> true).shownLimited(true);
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
        return seal.sealed(entry, isTried, before);
    }

    /** The entry as it would be recorded, to be held against one that is; as it is where it names somebody erased. */
    public Entry tried(Entry entry) {
        try {
            return seal.sealedWherePossible(entry);
        } catch (ErasedPersonException refusedWhenItIsRecorded) {
            return entry;
        }
    }

    /** The id of a person of this territory who has none yet: the same for the same name, and nothing says which. */
    public String newId(String territory, String name) {
        return seal.newId(territory, name);
    }

    /** What stands for a text in an id: the same for the same one, and nothing says which. */
    public String keyed(String territory, String text) {
        return seal.keyed(territory, text);
    }

    /** A text with the names themselves, to know again what is written like it. */
    public String opened(String text) {
        return all.in(text);
    }

    /** What whoever records is shown: all names, limited ones or not, and in this language what is not shown. */
    public ReaderNames shown(boolean areLimitedShown, Language language) {
        return all.shownLimited(areLimitedShown).told(language);
    }
}
