package fr.jalon.seal.pack;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.log.Checkpoint;
import fr.jalon.log.Hash;
import fr.jalon.log.Merkle;
import fr.jalon.people.ReaderNames;
import fr.jalon.seal.pack.PackFault.FaultyEntry;
import fr.jalon.seal.replay.HistoryLines;
import fr.jalon.store.entry.LoggedEntry;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A territory's register as a pack's leaves tell it: each held against the log, then folded. */
final class Territory {
    private static final List<String> REMARKS =
            List.of("correctedBy", "retractedBy", "contestedBy", "abandonedBy", "fulfilledBy");

    private final String territory;
    private final String directory;
    private final boolean isWhole;
    private final Checkpoint checkpoint;
    private final List<LoggedEntry> logged = new ArrayList<>();
    private final List<Recorded> entries = new ArrayList<>();
    private @Nullable JsonNode state;

    /** @param isWhole whether it has all entries up to its last, and not only some */
    Territory(String territory, String directory, boolean isWhole, Checkpoint checkpoint) {
        this.territory = territory;
        this.directory = directory;
        this.isWhole = isWhole;
        this.checkpoint = checkpoint;
    }

    int entries() {
        return entries.size();
    }

    /** The places of its entries in the log, from 0. */
    LongStream places() {
        return logged.stream().mapToLong(entry -> entry.globalIndex() - 1);
    }

    /** Its state, as the pack tells it. */
    JsonNode state() {
        return Objects.requireNonNull(state);
    }

    /** That its files are of one register, and that of the log. */
    void verify(Map<String, byte[]> files) throws PackFault {
        leaves(file(files, Manifest.LEAVES), file(files, Manifest.PROOFS));
        history(file(files, Manifest.HISTORY));
        if (isWhole) {
            state(file(files, Manifest.STATE));
        }
        byte[] names = files.get(directory + Manifest.NAMES);
        if (names != null) {
            names(names);
        }
    }

    /** Every name that is disclosed is the one that its entry was recorded with. */
    private void names(byte[] names) throws PackFault {
        Map<String, String> payloads = logged.stream()
                .collect(Collectors.toMap(
                        entry -> entry.recorded().entry().entryId().toString(), LoggedEntry::content));
        String file = directory + Manifest.NAMES;
        JsonNode told = json(names, file);
        String faulty = PackNames.fault(told, payloads);
        if (faulty != null) {
            long number = entries.stream()
                    .filter(recorded -> recorded.entry().entryId().toString().equals(faulty))
                    .mapToLong(Recorded::position)
                    .findFirst()
                    .orElse(0);
            throw fault("name", file, number, faulty);
        }
    }

    /** Whether it has this entry. */
    boolean has(String entryId) {
        return entries.stream()
                .anyMatch(recorded -> recorded.entry().entryId().toString().equals(entryId));
    }

    String name() {
        return territory;
    }

    private byte[] file(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(directory + name));
    }

    /** Every leaf is in the log, none is left out between two others, and none stands in another's place. */
    private void leaves(byte[] leaves, byte[] proofs) throws PackFault {
        List<byte[]> lines = SignedLines.lines(leaves);
        JsonNode paths = json(proofs, directory + Manifest.PROOFS).path("proofs");
        if (lines.size() != paths.size() || (leaves.length > 0 && leaves[leaves.length - 1] != '\n')) {
            throw new PackFault("proof", directory + Manifest.PROOFS);
        }
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = lines.get(i);
            leaf(line, paths.get(i), isWhole ? i + 1 : SignedLines.position(line, i + 1));
        }
    }

    /** The history is what the entries make. */
    private void history(byte[] history) throws PackFault {
        JsonNode told = json(history, directory + Manifest.HISTORY);
        HistoryLines lines = new HistoryLines(isWhole ? Register.of(entries) : Register.empty());
        JsonNode shown = told.path("entries");
        if (!told.path("territory").asString("").equals(territory) || shown.size() != entries.size()) {
            throw new PackFault("history", directory + Manifest.HISTORY);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!told(shown.get(i))
                    .equals(told(Json.parse(ReaderNames.withoutNames(Json.text(lines.of(logged.get(i)))))))) {
                Recorded altered = entries.get(i);
                throw fault(
                        "history",
                        directory + Manifest.HISTORY,
                        altered.position(),
                        altered.entry().entryId().toString());
            }
        }
    }

    /** The state is what the entries make, as of the day and known at the place that it names itself. */
    private void state(byte[] state) throws PackFault {
        JsonNode told = json(state, directory + Manifest.STATE);
        try {
            int position = told.path("position").intValue();
            String knownAt = told.path("knownAt").asString(null);
            AsOf asOf = new AsOf(LocalDate.parse(told.path("asOf").asString("")));
            Register register = Register.of(entries.subList(0, position));
            StateAnswer answer = StateAnswer.of(RegisterState.of(territory, register, asOf), knownAt);
            JsonNode made = Json.parse(ReaderNames.withoutNames(Json.text(answer)));
            if (told.equals(made) && isKnown(knownAt, position)) {
                this.state = told;
                return;
            }
        } catch (RuntimeException notOne) {
            // Refused below.
        }
        throw new PackFault("state", directory + Manifest.STATE);
    }

    /** Whether what was known at that instant ends with that position. */
    private boolean isKnown(@Nullable String knownAt, int position) {
        if (knownAt == null) {
            return position == 0;
        }
        Instant instant = Instant.parse(knownAt);
        return (position == 0 || !entries.get(position - 1).recordedAt().isAfter(instant))
                && (position == entries.size()
                        || entries.get(position).recordedAt().isAfter(instant));
    }

    private void leaf(byte[] line, JsonNode proof, int number) throws PackFault {
        if (!isProven(line, proof)) {
            throw fault("proof", directory + Manifest.LEAVES, number, SignedLines.id(line, "id"));
        }
        long index = proof.path("index").longValue();
        try {
            StoredEvent event = LeafLine.event(line, index);
            if (!follows(event)) {
                throw fault("order", directory + Manifest.LEAVES, number, SignedLines.id(line, "id"));
            }
            LoggedEntry read = ReadEvent.of(event).orThrow();
            Recorded recorded = read.recorded();
            if (!recorded.entry().entryId().equals(event.entryId())
                    || !recorded.entry().territory().equals(territory)) {
                throw fault("order", directory + Manifest.LEAVES, number, SignedLines.id(line, "id"));
            }
            logged.add(read);
            entries.add(recorded);
        } catch (RuntimeException unreadable) {
            throw fault("unreadable-entry", directory + Manifest.LEAVES, number, SignedLines.id(line, "id"));
        }
    }

    private boolean isProven(byte[] line, JsonNode proof) {
        try {
            Hash hash = Hash.ofLeaf(line);
            List<Hash> path = new ArrayList<>();
            proof.path("path").forEach(each -> path.add(Hash.parse(each.stringValue())));
            return Hash.parse(proof.path("leafHash").stringValue()).equals(hash)
                    && Merkle.includes(
                            hash, proof.path("index").longValue(), checkpoint.size(), path, checkpoint.root());
        } catch (RuntimeException notOne) {
            return false;
        }
    }

    private boolean follows(StoredEvent event) {
        LoggedEntry last = logged.isEmpty() ? null : logged.getLast();
        return event.territory().equals(territory)
                && (isWhole ? event.position() == logged.size() + 1 : event.position() > 0)
                && (last == null
                        || (event.globalIndex() > last.globalIndex()
                                && event.recordedAt().isAfter(last.recorded().recordedAt())));
    }

    private static JsonNode json(byte[] content, String file) throws PackFault {
        try {
            return Json.parse(content);
        } catch (RuntimeException notJson) {
            throw new PackFault("unreadable-file", file);
        }
    }

    /** What was said of an entry since is told by others, which may not be there. */
    private JsonNode told(JsonNode line) {
        return isWhole || !(line instanceof ObjectNode item)
                ? line
                : item.deepCopy().without(REMARKS);
    }

    private PackFault fault(String code, String file, long number, String id) {
        return PackFault.entry(code, file, new FaultyEntry(territory, number, id));
    }
}
