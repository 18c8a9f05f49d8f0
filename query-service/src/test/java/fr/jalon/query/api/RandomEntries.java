package fr.jalon.query.api;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Entries of one territory in any order and of any sense: the fold judges nothing, so that nothing is left out. */
final class RandomEntries {
    private static final List<String> DATES = List.of(
            "2021",
            "2021-06",
            "2021-33",
            "2021-40",
            "[..2021-03-01]",
            "[2021-02-01..2021-09-30]",
            "2021-05-05",
            "2021-01/2021-06",
            "2021-03-01/P6M",
            "2022",
            "2021/..",
            "2022-02-02");
    private static final List<String> THINGS = List.of("a", "b", "c");

    private final Random random;
    private final String territory;
    private final List<Entry> entries = new ArrayList<>();

    RandomEntries(Random random, String territory) {
        this.random = random;
        this.territory = territory;
    }

    Entry next() {
        Entry entry = EntryJson.read(random.nextInt(5) == 0 && !entries.isEmpty() ? remark() : world(id(), status()));
        entries.add(entry);
        return entry;
    }

    private String remark() {
        Entry target = one(entries);
        String about = "\"target\": \"%s\", \"reason\": \"r\"".formatted(target.entryId());
        if (!(target instanceof WorldEntry)) {
            return entry(id(), "entry-retracted", about, "");
        }
        return switch (random.nextInt(4)) {
            case 0 -> entry(id(), "entry-retracted", about, "");
            case 1 -> entry(id(), "entry-contested", about + ", \"by\": " + thing("o"), "");
            case 2 -> entry(id(), "announcement-abandoned", about + ", \"effective\": \"2021-07\"", "");
            default ->
                entry(
                        id(),
                        "entry-corrected",
                        about + ", \"kind\": \"wrong\", \"entry\": "
                                + world(target.entryId().toString(), status()),
                        "");
        };
    }

    private String world(String id, String status) {
        String date = "\"effective\": \"" + one(DATES) + "\"" + status;
        return switch (random.nextInt(8)) {
            case 0 -> entry(id, "coordination-carrier-changed", date + ", \"carrier\": " + thing("o"), "");
            case 1 ->
                entry(
                        id,
                        "funding-granted",
                        date + ", \"funding\": " + thing("f") + ", \"funder\": " + thing("o"),
                        amount());
            case 2 -> entry(id, "funding-renewed", date + ", \"funding\": " + thing("f"), amount());
            case 3 -> entry(id, "funding-withdrawn", date + ", \"funding\": " + thing("f"), "");
            case 4 ->
                entry(
                        id,
                        "worksite-joined-programme",
                        date
                                + ", \"worksite\": {\"id\": \"w-%s\"}, \"programme\": %s"
                                        .formatted(one(THINGS), thing("p")),
                        "");
            case 5 ->
                entry(
                        id,
                        "worksite-withdrew-from-programme",
                        date + ", \"worksite\": \"w-%s\", \"programme\": %s".formatted(one(THINGS), thing("p")),
                        "");
            case 6 -> entry(id, "team-member-joined", date + ", \"role\": \"r\", \"position\": " + thing("t"), "");
            default ->
                entry(
                        id,
                        "territory-opened",
                        date
                                + ", \"name\": \"%s\", \"kind\": \"city\", \"departments\": [\"13\"]"
                                        .formatted(one(THINGS)),
                        "");
        };
    }

    private String status() {
        return switch (random.nextInt(5)) {
            case 0 -> ", \"status\": \"planned\"";
            case 1 ->
                entries.isEmpty() ? "" : ", \"fulfils\": \"" + one(entries).entryId() + "\"";
            default -> "";
        };
    }

    private String amount() {
        return random.nextBoolean()
                ? ""
                : ", \"amount\": {\"value\": \"%d\", \"currency\": \"EUR\"}".formatted(1 + random.nextInt(1000));
    }

    private String thing(String kind) {
        String id = kind + "-" + one(THINGS);
        return random.nextBoolean()
                ? "\"" + id + "\""
                : "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, id + " " + random.nextInt(3));
    }

    private String entry(String id, String type, String attributes, String more) {
        return "{\"entryId\": \"%s\", \"territory\": \"%s\", \"type\": \"%s\", %s%s}"
                .formatted(id, territory, type, attributes, more);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
