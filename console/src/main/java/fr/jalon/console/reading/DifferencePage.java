package fr.jalon.console.reading;

import fr.jalon.console.client.DifferenceTold;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.meaning.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two days, or what was learned between two instants: sentences, by subject. */
@Controller
public final class DifferencePage {
    private final RegisterCalls register;

    DifferencePage(RegisterCalls register) {
        this.register = register;
    }

    /** A change in a sentence, and which kind of change it is. */
    public record Row(String kind, String sentence, String subject, String key) {}

    @GetMapping("/console/territories/{territory}/difference")
    String difference(
            @PathVariable String territory,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String knownFrom,
            Visit visit,
            Model page) {
        Together.Asked<HistoryTold> meetings = Meeting.asked(register, territory, visit);
        page.addAttribute("territory", territory);
        page.addAttribute("from", from);
        page.addAttribute("knownFrom", knownFrom);
        page.addAttribute("since", Meeting.of(meetings.get().entries(), visit.words()));
        DifferenceTold difference = asked(territory, from, knownFrom, visit);
        page.addAttribute("asked", difference != null);
        page.addAttribute("families", difference == null ? Map.of() : families(difference, visit.words()));
        return "difference";
    }

    @Nullable
    DifferenceTold asked(String territory, String from, String knownFrom, Visit visit) {
        if (!knownFrom.isBlank()) {
            return register.learned(
                    visit.caller(),
                    territory,
                    knownFrom,
                    visit.at().knownAt(),
                    visit.at().knownAt(null));
        }
        return from.isBlank()
                ? null
                : register.difference(
                        visit.caller(),
                        territory,
                        from,
                        visit.at().asOf(),
                        visit.at().on(null));
    }

    static Map<String, List<Row>> families(DifferenceTold difference, Words words) {
        Map<String, List<Row>> families = new LinkedHashMap<>();
        SubjectKind.all().forEach(kind -> families.put(words.labels().of(kind), new ArrayList<>()));
        Stream.of(
                        rows("ended", difference.ended(), words),
                        rows("changed", difference.changed(), words),
                        rows("began", difference.began(), words))
                .flatMap(List::stream)
                .forEach(row -> families.computeIfAbsent(words.answers().subject(row.subject()), _ -> new ArrayList<>())
                        .add(row));
        families.values().removeIf(List::isEmpty);
        return families;
    }

    private static List<Row> rows(String kind, @Nullable List<DifferenceTold.Change> changes, Words words) {
        return Objects.requireNonNullElse(changes, List.<DifferenceTold.Change>of()).stream()
                .map(change ->
                        new Row(kind, change.sentence().getOrDefault(words.code(), ""), change.subject(), change.key()))
                .toList();
    }
}
