package fr.jalon.answers;

import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.time.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an entry would change, told in sentences: of each value that comes, goes or is otherwise, one. */
final class EffectTelling {
    private final Wording words;

    private EffectTelling(Wording words) {
        this.words = words;
    }

    static Sentence of(EntryEffect effect) {
        return new Sentence(
                new EffectTelling(Wording.FRENCH).tell(effect), new EffectTelling(Wording.ENGLISH).tell(effect));
    }

    private String tell(EntryEffect effect) {
        return (effect.subject().kind() == CompanionKind.NAME ? List.of(renamed(effect)) : clauses(effect))
                .stream().map(words::sentence).collect(Collectors.joining(" "));
    }

    private String renamed(EntryEffect effect) {
        return words.say(
                "effect.renamed",
                name(effect.gone().getFirst()),
                name(effect.come().getFirst()));
    }

    private static String name(Stretch stretch) {
        return stretch.value().path("name").asString("");
    }

    private List<String> clauses(EntryEffect effect) {
        List<Stretch> come = new ArrayList<>(effect.come());
        List<String> told = new ArrayList<>();
        for (Stretch was : effect.gone()) {
            Optional<Stretch> is = come.stream()
                    .filter(stretch -> stretch.value().equals(was.value()))
                    .findFirst();
            is.ifPresent(come::remove);
            told.add(is.map(now -> moved(was, now)).orElseGet(() -> takenBack(was)));
        }
        String move = effect.before().isEmpty() ? "began" : "holds";
        come.forEach(now -> told.add(dated(said(move, now), now)));
        return told.isEmpty() ? List.of(otherDays(effect.after().getFirst())) : told;
    }

    private String moved(Stretch was, Stretch is) {
        if (hasCome(was, is)) {
            return words.clause("ended", is.fact());
        }
        boolean isAlike = (was.certain() == null) == (is.certain() == null);
        String same = isAlike
                ? said("holds", is)
                : words.say(is.certain() == null ? "no-longer-certain" : "now-certain", clause("holds", is));
        String told = words.dateMoved(same, "since", was.since(), is.since());
        told = words.dateMoved(told, "until", was.until(), is.until());
        if (was.contested() != is.contested()) {
            told = words.say(is.contested() ? "now-contested" : "no-longer-contested", told);
        }
        return isAlike && told.equals(same) ? otherDays(is) : told;
    }

    /** Whether an announcement stood for ever, and does so up to a day. */
    private static boolean hasCome(Stretch was, Stretch is) {
        return is.subject().kind() == CompanionKind.OUTLOOK
                && !Days.isBounded(was.possible().to())
                && Days.isBounded(is.possible().to());
    }

    private String takenBack(Stretch was) {
        if (was.subject().kind() == CompanionKind.OUTLOOK) {
            return words.clause("ended", was.fact());
        }
        return words.say(was.certain() == null ? "taken-back.possible" : "taken-back", clause("holds", was));
    }

    private String otherDays(Stretch is) {
        return words.say("effect.days", said("holds", is));
    }

    private String dated(String told, Stretch is) {
        return date(date(told, "since", is.since()), "until", is.until());
    }

    private String date(String told, String which, @Nullable String date) {
        return date == null ? told : words.say("effect." + which, told, words.within(date));
    }

    private String said(String move, Stretch stretch) {
        return stretch.certain() == null ? words.say("perhaps", clause(move, stretch)) : clause(move, stretch);
    }

    private String clause(String move, Stretch stretch) {
        return words.clause(move, stretch.fact());
    }
}
