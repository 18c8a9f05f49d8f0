package fr.jalon.console.keeping;

import fr.jalon.console.page.PlaceNames;
import fr.jalon.console.say.Words;
import fr.jalon.console.upkeep.HealthTold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;

/** How the register is, in sentences: what is ill first, and what to do about it. */
final class HealthInWords {
    private static final String WORDS = "health.";
    private static final double GIGABYTE = 1e9;

    private final MessageSource messages;
    private final Words words;
    private final PlaceNames places;
    private final List<Sentence> sentences = new ArrayList<>();

    /** How a part of it is. */
    public enum Mark {
        ILL,
        HEED,
        WELL
    }

    /** What is said of it. */
    public record Sentence(Mark mark, String text) {
        /** How a page shows it. */
        public String look() {
            return mark.name().toLowerCase(Locale.ROOT);
        }
    }

    private HealthInWords(MessageSource messages, Words words, PlaceNames places) {
        this.messages = messages;
        this.words = words;
        this.places = places;
    }

    /** Each sentence once, though several parts may say the same. */
    static List<Sentence> of(HealthTold health, MessageSource messages, Words words, PlaceNames places) {
        HealthInWords told = new HealthInWords(messages, words, places);
        health.parts().forEach(told::part);
        return new LinkedHashSet<>(told.sentences)
                .stream().sorted(Comparator.comparing(Sentence::mark)).toList();
    }

    private void part(String name, HealthTold.Part part) {
        switch (name) {
            case "commandDatabase", "queryDatabase" -> say("database", part.isUp());
            case "diskSpace" -> disk(part);
            case "projection" -> projection(part);
            case "seal" -> seal(part);
            case "axonServer", "mirror" -> say(name, part.isUp());
            case "backup" -> backup(part.detail("last").asString(""));
            case "erasures" -> erasures(part);
            default -> {
                if (!part.isUp()) {
                    say("other", false, name);
                }
            }
        }
    }

    private void disk(HealthTold.Part part) {
        if (part.detail("total").isNumber()) {
            say("disk", part.isUp(), gigabytes(part, "free"), gigabytes(part, "total"));
        }
    }

    private static double gigabytes(HealthTold.Part part, String detail) {
        return part.detail(detail).asDouble(0) / GIGABYTE;
    }

    private void projection(HealthTold.Part part) {
        JsonNode parked = part.detail("parked");
        if (!parked.isEmpty()) {
            String territories = parked.valueStream()
                    .map(each -> places.name(each.asString("")))
                    .collect(Collectors.joining(", "));
            say("parked", false, territories);
        }
        if (part.isUp()) {
            say("read", true, part.detail("lag").asLong(0));
        } else if (parked.isEmpty()) {
            say("read", false);
        }
    }

    private void seal(HealthTold.Part part) {
        long faults = part.detail("faults").asLong(0);
        boolean isSealing = !part.detail("trouble").isString();
        boolean isChecked = !part.detail("check").isString();
        if (faults > 0) {
            say("faults", false, faults);
        }
        if (!isChecked) {
            say("check", false);
        }
        if (!isSealing) {
            say("seal", false);
        } else if (part.isUp()) {
            say("seal", true);
        } else if (faults == 0 && isChecked) {
            say("sealed", false);
        }
        if (part.detail("mail").asString("").startsWith("could not")) {
            say("mail", false);
        }
    }

    /** Nothing where it is not told when; it is not ill to copy the data by other means. */
    private void backup(String last) {
        if (last.equals("never")) {
            say(Mark.HEED, "backup.never");
        } else if (!last.isEmpty()) {
            say(Mark.WELL, "backup", words.instant(Instant.parse(last)));
        }
    }

    /** Those that wait until a register is open are not ill: what they are about is done. */
    private void erasures(HealthTold.Part part) {
        if (!part.isUp()) {
            say("other", false, "erasures");
        } else if (part.detail("waitsFor").isString()) {
            long number = part.detail("unrecorded").asLong(0);
            say(
                    Mark.HEED,
                    "erasures.waiting",
                    number,
                    places.name(part.detail("register").asString("")));
        }
    }

    private void say(String what, boolean well, Object... given) {
        say(well ? Mark.WELL : Mark.ILL, well ? what : what + ".ill", given);
    }

    private void say(Mark mark, String what, Object... given) {
        sentences.add(new Sentence(mark, messages.getMessage(WORDS + what, given, Locale.of(words.code()))));
    }
}
