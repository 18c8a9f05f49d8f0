package fr.jalon.seal.pack;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a pack does not hold: the first thing found. The Python verifier tells the same in the same words. */
public final class PackFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String file;
    private final String place;
    private final transient @Nullable FaultyEntry entry;

    /**
     * The entry at fault.
     *
     * @param number its position in its territory's register
     * @param id empty where no part of the pack says it without doubt
     */
    public record FaultyEntry(String territory, long number, String id) {}

    private PackFault(String code, String file, String place, @Nullable FaultyEntry entry) {
        super(line(code, file, place));
        this.code = code;
        this.file = file;
        this.place = place;
        this.entry = entry;
    }

    PackFault(String code, String file) {
        this(code, file, "", null);
    }

    /** In the zip itself, from this byte on. */
    static PackFault container(int from) {
        return new PackFault("container", "", Integer.toString(from), null);
    }

    /** That no territory has the leaf at this place in the log. */
    static PackFault missingLeaf(long place) {
        return new PackFault("missing-leaf", Manifest.CHECKPOINT, Long.toString(place), null);
    }

    /** That an answer rests on an entry that is not there. */
    static PackFault unproven(String file, String territory, String entryId) {
        return new PackFault("unproven-entry", file, territory + " " + entryId, null);
    }

    static PackFault entry(String code, String file, FaultyEntry entry) {
        return new PackFault(code, file, "%s %d %s".formatted(entry.territory, entry.number, entry.id), entry);
    }

    /** What is wrong: stable, kebab-case. */
    public String code() {
        return code;
    }

    /** The file at fault; empty where it is the zip itself. */
    public String file() {
        return file;
    }

    /** The entry, the byte or the place in the log; empty where it is the whole file. */
    public String place() {
        return place;
    }

    /** The entry at fault; null where it is none. */
    public @Nullable FaultyEntry entry() {
        return entry;
    }

    /** As the Python verifier writes it. */
    public String line() {
        return line(code, file, place);
    }

    private static String line(String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
