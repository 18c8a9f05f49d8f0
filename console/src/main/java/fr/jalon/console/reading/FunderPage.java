package fr.jalon.console.reading;

import fr.jalon.console.client.FactTold;
import fr.jalon.console.client.FundersTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.client.StateTold;
import fr.jalon.console.draw.TerritoryMap;
import fr.jalon.console.draw.YearsChart;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.DrawnCertainty;
import fr.jalon.console.say.Words;
import fr.jalon.events.said.AnswerWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Who funds, and what each funds on a day: sums over all readings of the dates, never an unknown amount as zero. */
@Controller
public final class FunderPage {
    private static final Set<String> IN_COLUMNS = Set.of("funder", "amount", AnswerWords.AMOUNT_HIDDEN);

    private static final int YEARS_BEFORE = 5;
    private static final FundersTold.Sum NOTHING = new FundersTold.Sum("EUR", "0", "0");

    private final RegisterCalls register;
    private final MessageSource words;

    FunderPage(RegisterCalls register, MessageSource words) {
        this.register = register;
        this.words = words;
    }

    /** A funder in the list. */
    public record Funder(String id, String name, int territories, int fundings, List<String> sums, int unknown) {}

    /** A funding in a funder's table. */
    public record Funding(
            String key, String what, String amount, DrawnCertainty certainty, String period, boolean contested) {}

    @GetMapping("/console/funders")
    String funders(Visit visit, Model page) {
        page.addAttribute(
                "funders",
                register.funders(visit.caller(), visit.at()).funders().stream()
                        .map(each -> new Funder(
                                each.organisation().id(),
                                each.organisation().called(),
                                each.territories().size(),
                                each.fundings(),
                                sums(each.totals(), visit.words()),
                                FundersTold.Totals.orNone(each.totals()).withoutAmount()))
                        .toList());
        return "funders";
    }

    @GetMapping("/console/funders/{organisation}")
    String funder(@PathVariable String organisation, Visit visit, Model page) {
        List<Together.Asked<FundersTold.Portfolio>> years = years(visit.dates().asOf())
                .mapToObj(year -> Together.ask(() -> register.portfolio(
                        visit.caller(), organisation, visit.at().on(year + "-12-31"))))
                .toList();
        Together.Asked<StateTold.All> all = Together.ask(() -> register.territories(visit.caller(), visit.at()));
        FundersTold.Portfolio portfolio = register.portfolio(visit.caller(), organisation, visit.at());
        page.addAttribute("name", portfolio.organisation().called());
        page.addAttribute("organisation", organisation);
        page.addAttribute(
                "mayCarry",
                visit.me().mayOversee()
                        || visit.me().funder().filter(organisation::equals).isPresent());
        page.addAttribute("sums", sums(portfolio.totals(), visit.words()));
        page.addAttribute(
                "unknown", FundersTold.Totals.orNone(portfolio.totals()).withoutAmount());
        page.addAttribute(
                "hidden",
                portfolio.fundings().stream()
                        .filter(each -> each.value().has(AnswerWords.AMOUNT_HIDDEN))
                        .count());
        page.addAttribute(
                "chart",
                new YearsChart(
                        portfolio.organisation().called(),
                        years.stream()
                                .map(each -> year(each.get(), visit.words()))
                                .toList()));
        page.addAttribute("map", map(portfolio, all.get(), visit));
        page.addAttribute("territories", byTerritory(portfolio, names(all.get()), visit.words()));
        return "funder";
    }

    /** Which territories it gives something, for certain or perhaps. */
    private TerritoryMap map(FundersTold.Portfolio portfolio, StateTold.All all, Visit visit) {
        Locale locale = visit.caller().language().locale();
        Map<String, List<FactTold>> given = portfolio.fundings().stream()
                .collect(Collectors.groupingBy(
                        FundersTold.Funding::territory, Collectors.mapping(FunderPage::fact, Collectors.toList())));
        return Mapped.of(
                words.getMessage("funder.map", null, locale),
                all,
                state -> given.getOrDefault(state.territory(), List.of()),
                words.getMessage("funder.map-none", null, locale),
                visit);
    }

    private static IntStream years(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - YEARS_BEFORE, day.getYear());
    }

    /** On the last day of a year, in the currency that most is given in. */
    private static YearsChart.Year year(FundersTold.Portfolio portfolio, Words words) {
        FundersTold.Totals totals = FundersTold.Totals.orNone(portfolio.totals());
        List<String> sums = sums(totals, words);
        FundersTold.Sum first = totals.amounts().stream().findFirst().orElse(NOTHING);
        return new YearsChart.Year(
                Integer.toString(portfolio.asOf().getYear()),
                new BigDecimal(first.atLeast()),
                new BigDecimal(first.atMost()),
                String.join(" + ", sums),
                totals.withoutAmount() == 0 ? "" : words.withoutAmount(totals.withoutAmount()));
    }

    private static Map<String, String> names(StateTold.All all) {
        Map<String, String> names = new HashMap<>();
        all.territories()
                .forEach(
                        each -> names.put(each.territory(), Objects.requireNonNullElse(each.name(), each.territory())));
        return names;
    }

    /** What a territory gets, by its name. */
    public record Territory(String territory, String name, List<Funding> fundings) {}

    private static List<Territory> byTerritory(
            FundersTold.Portfolio portfolio, Map<String, String> names, Words words) {
        Map<String, List<Funding>> by = new TreeMap<>();
        for (FundersTold.Funding each : portfolio.fundings()) {
            by.computeIfAbsent(each.territory(), _ -> new ArrayList<>()).add(funding(each, words));
        }
        return by.entrySet().stream()
                .map(each ->
                        new Territory(each.getKey(), names.getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    private static FactTold fact(FundersTold.Funding each) {
        return new FactTold(
                each.key(),
                each.value(),
                each.certainty(),
                each.held(),
                null,
                each.since(),
                each.until(),
                each.entries(),
                each.contested());
    }

    private static Funding funding(FundersTold.Funding each, Words words) {
        return new Funding(
                each.key(),
                words.answers().said(each.value(), IN_COLUMNS),
                amount(each.value(), words),
                DrawnCertainty.of(fact(each)),
                words.period(each.since(), each.until()),
                each.contested());
    }

    /** Empty where it is not known: what is hidden says so. */
    private static String amount(JsonNode value, Words words) {
        return value.has(AnswerWords.AMOUNT_HIDDEN)
                ? words.answers().shown(AnswerWords.AMOUNT_HIDDEN, value.path(AnswerWords.AMOUNT_HIDDEN))
                : words.answers().shown("amount", value.path("amount"));
    }

    /** Where they are not for the reader, that says so. */
    private static List<String> sums(FundersTold.@Nullable Totals totals, Words words) {
        if (totals == null) {
            return List.of(words.answers().shown(AnswerWords.AMOUNT_HIDDEN, BooleanNode.TRUE));
        }
        return totals.amounts().stream()
                .map(sum -> words.sum(sum.atLeast(), sum.atMost(), sum.currency()))
                .toList();
    }
}
