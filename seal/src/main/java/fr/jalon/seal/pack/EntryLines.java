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
final class EntryLines {
    /** How many lines each has before that of the first entry. */
    static final Map<String, Integer> BEFORE = Map.of(Manifest.HISTORY, 1, Manifest.LEAVES, 0, Manifest.PROOFS, 1);

    private final String territory;
    private final Map<String, byte[]> files;
    private final Map<String, Manifest.Item> items;

    EntryLines(String territory, Map<String, byte[]> files, Map<String, Manifest.Item> items) {
        this.territory = territory;
        this.files = files;
        this.items = items;
    }

    /** That a file is not the one that was signed for: by the entry whose line is the first that differs. */
    PackFault altered(String file) {
        int number = firstAltered(file);
        return number == 0
                ? new PackFault("altered-file", file)
                : PackFault.entry("altered-file", file, new FaultyEntry(territory, number, id(number)));
    }

    /** 0 where it is the line of none. */
    private int firstAltered(String file) {
        Integer before = BEFORE.get(file);
        if (before == null) {
            return 0;
        }
        List<byte[]> lines = lines(files.get(file));
        List<String> signed = signed(file);
        int differing = 0;
        while (differing < signed.size() && isSigned(lines, signed, differing)) {
            differing++;
        }
        int number = differing + 1 - before;
        return number <= signed(Manifest.LEAVES).size() ? Math.max(number, 0) : 0;
    }

    /** The id of the entry of this number, from a file whose line of it is as it was signed. */
    private String id(int number) {
        for (Map.Entry<String, String> place :
                List.of(Map.entry(Manifest.LEAVES, "id"), Map.entry(Manifest.HISTORY, "entryId"))) {
            List<byte[]> lines = lines(files.get(place.getKey()));
            int line = number - 1 + BEFORE.getOrDefault(place.getKey(), 0);
            if (isSigned(lines, signed(place.getKey()), line)) {
                return id(lines.get(line), place.getValue());
            }
        }
        return "";
    }

    /** The id that a line says; empty where it says none. */
    static String id(byte[] line, String attribute) {
        try {
            int length = line.length > 0 && line[line.length - 1] == ',' ? line.length - 1 : line.length;
            JsonNode json = Json.parse(Arrays.copyOf(line, length));
            return UUID.fromString(json.path(attribute).asString("")).toString();
        } catch (RuntimeException none) {
            return "";
        }
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
