package fr.jalon.console.reading;

import fr.jalon.console.client.AgendaTold;
import fr.jalon.console.client.At;
import fr.jalon.console.client.DifferenceTold;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.EntryRow;
import fr.jalon.console.page.Passed;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.tables.write.Format;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Just what a page shows, with its dates and filters, as a file to carry away; where none leaves that is not written
 * down: the register does so for the files that it makes, and is told of those that are made here.
 */
@Controller
public final class CarriedPages {
    private static final String PART = "500";

    /** Who wants more carries the register itself away. */
    private static final int MOST = 20_000;

    private final RegisterCalls register;
    private final DifferencePage differences;
    private final MessageSource words;

    CarriedPages(RegisterCalls register, DifferencePage differences, MessageSource words) {
        this.register = register;
        this.differences = differences;
        this.words = words;
    }

    /** A territory's state on the day, as the register makes it. */
    @GetMapping("/console/territories/{territory}/export")
    ResponseEntity<byte[]> state(@PathVariable String territory, @RequestParam String format, Visit visit) {
        Format form = ShownTable.form(format);
        return Passed.on(register.file(
                visit.caller(), territory, "state", form.extension(), form == Format.CSV ? "true" : null, visit.at()));
    }

    /** What a funder gives, as the register makes it. */
    @GetMapping("/console/funders/{organisation}/export")
    ResponseEntity<byte[]> funder(@PathVariable String organisation, @RequestParam String format, Visit visit) {
        Format form = ShownTable.form(format);
        return Passed.on(register.portfolioFile(
                visit.caller(), organisation, form.extension(), form == Format.CSV ? "true" : null, visit.at()));
    }

    /** All entries that the filters of the history find, the latest first. */
    @GetMapping("/console/history/export")
    ResponseEntity<byte[]> history(@RequestParam String format, Visit visit) throws IOException {
        Format form = ShownTable.form(format);
        Map<String, String> asked = visit.asked();
        String territory = asked.getOrDefault("territory", "");
        register.carriedAway(visit.caller(), "history", territory.isEmpty() ? null : territory);
        List<List<String>> rows = new ArrayList<>();
        String after = null;
        do {
            HistoryTold part = register.history(
                    visit.caller(),
                    asked.get("territory"),
                    asked.get("type"),
                    asked.get("actor"),
                    asked.get("from"),
                    asked.get("to"),
                    asked.get("text"),
                    "true",
                    PART,
                    after,
                    new At(null, visit.at().knownAt()));
            EntryRow.of(part.entries(), visit.words(), visit.caller().language())
                    .forEach(row -> rows.add(cells(row, visit)));
            after = part.next();
        } while (after != null && rows.size() < MOST);
        return table("carry.history", "history", rows, visit).file(form);
    }

    private static List<String> cells(EntryRow row, Visit visit) {
        return List.of(
                Long.toString(row.position()),
                visit.places().name(row.territory()),
                row.recordedAt(),
                row.actor(),
                row.content(),
                row.effective(),
                row.status());
    }

    /** What comes in the twelve months, and what was announced and has not come. */
    @GetMapping("/console/territories/{territory}/agenda/export")
    ResponseEntity<byte[]> agenda(@PathVariable String territory, @RequestParam String format, Visit visit)
            throws IOException {
        Format form = ShownTable.form(format);
        register.carriedAway(visit.caller(), "agenda", territory);
        List<List<String>> rows = register.agenda(visit.caller(), territory, visit.at()).items().stream()
                .map(item -> cells(item, visit.words()))
                .toList();
        return table("carry.agenda", "agenda-" + territory, rows, visit).file(form);
    }

    private static List<String> cells(AgendaTold.Item item, Words words) {
        return List.of(
                day(item.from()),
                day(item.to()),
                words.answers().subject(item.subject()),
                item.sentence().getOrDefault(words.code(), ""));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** What changed between two days, or what was learned between two instants. */
    @GetMapping("/console/territories/{territory}/difference/export")
    ResponseEntity<byte[]> difference(
            @PathVariable String territory,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String knownFrom,
            @RequestParam String format,
            Visit visit)
            throws IOException {
        Format form = ShownTable.form(format);
        register.carriedAway(visit.caller(), "difference", territory);
        DifferenceTold told = differences.asked(territory, from, knownFrom, visit);
        Locale locale = visit.caller().language().locale();
        List<List<String>> rows = told == null
                ? List.of()
                : DifferencePage.families(told, visit.words()).entrySet().stream()
                        .flatMap(family -> family.getValue().stream()
                                .map(row -> List.of(
                                        family.getKey(),
                                        words.getMessage("difference." + row.kind(), null, locale),
                                        row.sentence())))
                        .toList();
        return table("carry.difference", "difference-" + territory, rows, visit).file(form);
    }

    /** @param headers the words of its columns, split by a bar */
    private ShownTable table(String headers, String name, List<List<String>> rows, Visit visit) {
        String heads = words.getMessage(headers, null, visit.caller().language().locale());
        return new ShownTable(name, Stream.of(heads.split("\\|")).toList(), rows);
    }
}
