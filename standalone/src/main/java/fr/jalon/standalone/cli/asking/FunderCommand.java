package fr.jalon.standalone.cli.asking;

import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.said.SaidDates;
import fr.jalon.standalone.cli.client.DatedQuestion;
import fr.jalon.standalone.cli.client.Server;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.SpokenWords;
import fr.jalon.standalone.cli.terminal.TextTable;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code jalon funder}: what an organisation funds, on all territories. */
@Command(name = "funder", mixinStandardHelpOptions = true)
public final class FunderCommand extends DatedQuestion {
    @Parameters(index = "0", paramLabel = "${bundle:label.organisation}", descriptionKey = "funder.organisation")
    @SuppressWarnings("NullAway.Init")
    private String organisation;

    @Override
    protected String path() {
        return "/funders/" + Server.segment(organisation);
    }

    @Override
    protected String told(JsonNode portfolio) {
        TextTable table = new TextTable("funder.columns");
        for (JsonNode funding : portfolio.path("fundings")) {
            JsonNode value = funding.path("value");
            table.row(
                    funding.path("territory").asString(""),
                    SpokenWords.words().said(value, Set.of("funder", "amount", AnswerWords.AMOUNT_HIDDEN)),
                    amount(value),
                    StateText.certainty(funding),
                    SpokenWords.dates().effective(funding.path("since")),
                    SpokenWords.dates().effective(funding.path("until")));
        }
        return Messages.say(
                        "funder.title",
                        SpokenWords.words().shown("funder", portfolio.path("organisation")),
                        SpokenWords.dates().effective(portfolio.path("asOf")),
                        SaidDates.minute(portfolio.path("knownAt")))
                + System.lineSeparator()
                + (table.isEmpty() ? Messages.say("funder.none") : table)
                + totals(portfolio.path("totals"));
    }

    private static String amount(JsonNode value) {
        return Stream.of("amount", AnswerWords.AMOUNT_HIDDEN)
                .filter(value::has)
                .map(field -> SpokenWords.words().shown(field, value.path(field)))
                .findFirst()
                .orElse("");
    }

    private static String totals(JsonNode totals) {
        StringBuilder text = new StringBuilder();
        for (JsonNode sum : totals.path("amounts")) {
            String currency = sum.path("currency").asString("");
            text.append(Messages.say(
                            "funder.total",
                            SpokenWords.words().sum(sum.path("atLeast").asString(""), currency),
                            SpokenWords.words().sum(sum.path("atMost").asString(""), currency)))
                    .append(System.lineSeparator());
        }
        int without = totals.path("withoutAmount").asInt(0);
        return without == 0
                ? text.toString()
                : text.append(Messages.say("funder.without", without)).toString();
    }
}
