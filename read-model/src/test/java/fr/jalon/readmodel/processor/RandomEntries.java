package fr.jalon.readmodel.processor;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Entries of one territory, as strange as the language allows: the fold judges nothing, so any order will do. */
public final class RandomEntries {
    private static final List<String> DAYS = List.of(
            "2021",
            "2022",
            "2022-05",
            "2022-33",
            "2022-41",
            "2022-05-17",
            "2023-01-26",
            "[..2022-01-26]",
            "2023",
            "[2022-01-01..2023-02-22]",
            "[2023-01-01..]",
            "2022/2023-06-30",
            "2022-01/P6M",
            "2021/..",
            "0001/9998");

    private final Random random;
    private final String territory;
    private final List<UUID> world = new ArrayList<>();
    private final List<UUID> remarks = new ArrayList<>();

    public RandomEntries(long seed, String territory) {
        this.random = new Random(seed);
        this.territory = territory;
    }

    public List<Entry> next(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(next());
        }
        return entries;
    }

    public Entry next() {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        int dice = random.nextInt(20);
        boolean opens = world.isEmpty();
        String json = opens || dice < 13 ? world(id) : remark(id, dice);
        if (opens || dice < 13) {
            world.add(id);
        } else {
            remarks.add(id);
        }
        return EntryJson.read(json);
    }

    private String remark(UUID id, int dice) {
        UUID target = pick(world);
        return switch (dice) {
            case 13, 14, 15 -> """
                    {"territory": "%s", "type": "entry-corrected", "entryId": "%s", "target": "%s", "kind": "wrong",
                     "reason": "a\\tb\\\\c\\nd", "entry": %s}
                    """.formatted(territory, id, target, world(target));
            case 16, 17 -> """
                    {"territory": "%s", "type": "entry-retracted", "entryId": "%s", "target": "%s", "reason": "r"}
                    """.formatted(territory, id, remarks.isEmpty() || dice == 16 ? target : pick(remarks));
            case 18 -> """
                    {"territory": "%s", "type": "entry-contested", "entryId": "%s", "target": "%s", "reason": "r",
                     "by": {"id": "dgefp", "name": "DGEFP %d"}}
                    """.formatted(territory, id, target, random.nextInt(3));
            default -> """
                    {"territory": "%s", "type": "announcement-abandoned", "entryId": "%s", "target": "%s",
                     "effective": "%s"}
                    """.formatted(territory, id, target, day());
        };
    }

    private String world(UUID id) {
        String status = pick(List.of("actual", "actual", "actual", "planned", "possible"));
        UUID announced = random.nextInt(4) == 0 && !world.isEmpty() ? pick(world) : id;
        String fulfils = announced.equals(id) ? "" : ", \"fulfils\": \"" + announced + "\"";
        return """
                {"territory": "%s", "entryId": "%s", "effective": "%s", "status": "%s"%s, %s}
                """.formatted(territory, id, day(), status, fulfils, own());
    }

    private String own() {
        int number = random.nextInt(3);
        return pick(List.of(
                        "\"type\": \"coordination-carrier-changed\", \"carrier\": {\"id\": \"c%d\", \"name\": \"C\\\\%d\\t\"}",
                        "\"type\": \"coordinator-left\", \"person\": \"p%d\"",
                        "\"type\": \"coordinator-appointed\", \"person\": {\"id\": \"p%d\", \"name\": \"Née \\\"Été\\\" %d\"}",
                        "\"type\": \"funding-granted\", \"funding\": \"f%d\", \"funder\": {\"id\": \"o%d\", \"name\": \"O\"},"
                                + " \"amount\": {\"value\": \"120.50\", \"currency\": \"EUR\"}",
                        "\"type\": \"funding-amount-changed\", \"funding\": \"f%d\", \"direction\": \"increased\"",
                        "\"type\": \"funding-withdrawn\", \"funding\": \"f%d\", \"reason\": \"r %d\"",
                        "\"type\": \"worksite-joined-programme\", \"worksite\": {\"id\": \"w%d\", \"name\": \"W %d\"},"
                                + " \"programme\": \"cvg\"",
                        "\"type\": \"worksite-withdrew-from-programme\", \"worksite\": \"w%d\", \"programme\": \"cvg\"",
                        "\"type\": \"steering-committee-held\", \"meeting\": \"m%d\", \"level\": \"local\","
                                + " \"participants\": [{\"id\": \"o%d\", \"name\": \"Org\"}]",
                        "\"type\": \"recruitment-opened\", \"recruitment\": \"r%d\", \"positions\": 2",
                        "\"type\": \"territory-opened\", \"name\": \"T%d\", \"kind\": \"city\", \"departments\": [\"75\"]"))
                .formatted(number, number);
    }

    /** Mostly exact: where all may fall on one day, nothing is certain. */
    private String day() {
        return random.nextInt(4) > 0
                ? LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1400)).toString()
                : pick(DAYS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
