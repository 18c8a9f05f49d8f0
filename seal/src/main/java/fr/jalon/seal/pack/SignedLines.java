package fr.jalon.seal.pack;

import fr.jalon.events.json.Json;
import fr.jalon.events.json.Sha256;
import fr.jalon.seal.pack.PackFault.FaultyEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The files of a pack that have a line for each entry. Their lines are signed for one by one, so that what was altered
 * is known by its entry.
 */
final class SignedLines {
    /** How many lines each has before that of the first entry. */
    static final Map<String, Integer> BEFORE = Map.of(Manifest.HISTORY, 1, Manifest.LEAVES, 0, Manifest.PROOFS, 1);

    private final String territory;
    private final String directory;
    private final Map<String, byte[]> files;
    private final Map<String, Manifest.Item> items;

    SignedLines(String territory, String directory, Map<String, byte[]> files, Map<String, Manifest.Item> items) {
        this.territory = territory;
        this.directory = directory;
        this.files = files;
        this.items = items;
    }

    /** Whether a file is one of these. */
    static boolean has(String file) {
        return BEFORE.containsKey(file.substring(file.lastIndexOf('/') + 1));
    }

    /** That a file is not the one that was signed for: by the entry whose line is the first that differs. */
    PackFault altered(String file) {
        int number = file.startsWith(directory) && has(file) ? firstAltered(file) : 0;
        return number == 0 ? new PackFault("altered-file", file) : PackFault.entry("altered-file", file, entry(number));
    }

    /** 0 where it is the line of none. */
    private int firstAltered(String file) {
        int before = BEFORE.getOrDefault(file.substring(directory.length()), 0);
        List<byte[]> lines = lines(files.get(file));
        List<String> signed = signed(file);
        int differing = 0;
        while (differing < signed.size() && isSigned(lines, signed, differing)) {
            differing++;
        }
        int number = differing + 1 - before;
        return number <= signed(directory + Manifest.LEAVES).size() ? Math.max(number, 0) : 0;
    }

    /** The entry of this line, from a file whose line of it is as it was signed; by the line where there is none. */
    private FaultyEntry entry(int number) {
        for (Map.Entry<String, String> place :
                List.of(Map.entry(Manifest.LEAVES, "id"), Map.entry(Manifest.HISTORY, "entryId"))) {
            List<byte[]> lines = lines(files.get(directory + place.getKey()));
            int at = number - 1 + BEFORE.getOrDefault(place.getKey(), 0);
            if (isSigned(lines, signed(directory + place.getKey()), at)) {
                byte[] line = lines.get(at);
                return new FaultyEntry(territory, position(line, number), id(line, place.getValue()));
            }
        }
        return new FaultyEntry(territory, number, "");
    }

    /** The position that a line says, or else this one. */
    static int position(byte[] line, int otherwise) {
        try {
            return json(line).path("position").asInt(otherwise);
        } catch (RuntimeException none) {
            return otherwise;
        }
    }

    /** The id that a line says; empty where it says none. */
    static String id(byte[] line, String attribute) {
        try {
            return UUID.fromString(json(line).path(attribute).asString("")).toString();
        } catch (RuntimeException none) {
            return "";
        }
    }

    private static JsonNode json(byte[] line) {
        int length = line.length > 0 && line[line.length - 1] == ',' ? line.length - 1 : line.length;
        return Json.parse(Arrays.copyOf(line, length));
    }

    private List<String> signed(String file) {
        Manifest.Item item = items.get(file);
        return item == null ? List.of() : item.lines();
    }

    private static boolean isSigned(List<byte[]> lines, List<String> signed, int line) {
        return line < lines.size()
                && line < signed.size()
                && Sha256.hex(lines.get(line)).equals(signed.get(line));
    }

    /** Without their newlines; what follows the last of these is a line too, unless it is nothing. */
    static List<byte[]> lines(byte @Nullable [] content) {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; content != null && i < content.length; i++) {
            if (content[i] == '\n' || i == content.length - 1) {
                lines.add(Arrays.copyOfRange(content, begin, content[i] == '\n' ? i : i + 1));
                begin = i + 1;
            }
        }
        return lines;
    }
}
