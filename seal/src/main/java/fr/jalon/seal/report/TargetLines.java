package fr.jalon.seal.report;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Register;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which earlier entry one speaks of and, where it corrects that one, what stood there before and what stands since. */
final class TargetLines {
    /** A corrected entry keeps these. */
    private static final List<String> KEPT = List.of("entryId", "territory");

    private final Register before;
    private final Register then;

    /**
     * @param before the register without the entry
     * @param then the register with it
     */
    TargetLines(Register before, Register then) {
        this.before = before;
        this.then = then;
    }

    void write(Entry entry, Page html) {
        switch (entry) {
            case WorldEntry world -> target("Réalise l'annonce", world.header().fulfils(), html);
            case EntryCorrected correction -> {
                target("Corrige", correction.target(), html);
                before.filed(correction.target()).map(Filed::content).ifPresent(was -> move(was, correction, html));
            }
            case EntryRetracted retraction -> target("Retire", retraction.target(), html);
            case EntryContested contest -> target("Conteste", contest.target(), html);
            case AnnouncementAbandoned abandonment -> target("Abandonne", abandonment.target(), html);
            case KeepingEntry _ -> {}
        }
    }

    private void target(String what, @Nullable UUID target, Page html) {
        if (target != null) {
            html.line(
                    "target",
                    before.recorded(target)
                            .map(recorded -> "%s n° %d : %s"
                                    .formatted(
                                            what,
                                            recorded.position(),
                                            ReportWords.FRENCH.of(EntryType.of(recorded.entry()))))
                            .orElse(what + " " + target));
        }
    }

    /** Only what differs, in the words of either side. */
    private void move(WorldEntry was, EntryCorrected correction, Page html) {
        ObjectNode old = EntryJson.tree(was).without(KEPT);
        ObjectNode now = EntryJson.tree(correction.entry()).without(KEPT);
        html.line("target", "Avant : " + said(new ReportWords(before), differing(old, now)));
        html.line("target", "Après : " + said(new ReportWords(then), differing(now, old)));
    }

    private static String said(ReportWords words, ObjectNode attributes) {
        return attributes.isEmpty() ? "non précisé" : words.attributes(attributes);
    }

    /** What only one of two says: whole attributes, but for the source and what is the same thing, parts of these. */
    private static ObjectNode differing(ObjectNode one, JsonNode other) {
        ObjectNode differing = one.objectNode();
        one.properties().forEach(attribute -> {
            String name = attribute.getKey();
            JsonNode here = attribute.getValue();
            JsonNode there = other.path(name);
            if (here instanceof ObjectNode nested && (name.equals("source") || isSameThing(nested, there))) {
                ObjectNode within = differing(nested, there);
                if (!within.isEmpty()) {
                    differing.set(name, within);
                }
            } else if (!here.equals(there) && !here.equals(there.path("id"))) {
                differing.set(name, here);
            }
        });
        return differing.without("id");
    }

    /** A thing of which nothing more is said is its bare id. */
    private static boolean isSameThing(ObjectNode thing, JsonNode other) {
        JsonNode id = thing.path("id");
        return !id.isMissingNode() && (id.equals(other) || id.equals(other.path("id")));
    }
}
