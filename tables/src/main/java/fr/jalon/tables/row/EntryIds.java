package fr.jalon.tables.row;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.FreeTexts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.BinaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Ids made from what entries say, so that what is sent again is the same entry. */
public final class EntryIds {
    private EntryIds() {}

    /**
     * An id made from what an entry says: 7,50 and 7,5 say the same. Not from a person's name, nor from a free text
     * itself: an id stays for ever, and one could try names and texts out on it.
     *
     * @param keyed what stands for a text of a territory: the same for the same one, and nothing says which
     */
    public static UUID of(Entry entry, BinaryOperator<String> keyed) {
        Entry without = FreeTexts.replaced(entry, (place, text) -> keyed.apply(entry.territory(), text));
        ObjectNode said = EntryJson.tree(without).without("entryId");
        if (said.get("person") instanceof ObjectNode person) {
            person.remove("name");
        }
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same entry under another id. */
    public static Entry under(Entry entry, UUID id) {
        return EntryJson.read(EntryJson.tree(entry).without("entryId"), new EntryJson.Defaults(id, null));
    }
}
