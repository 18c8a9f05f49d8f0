package fr.jalon.query.funder;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.Sight;
import fr.jalon.query.asked.CitedInstant;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.readmodel.question.Fundings;
import fr.jalon.readmodel.question.Portfolios;

/** What funders give, in the words of an answer. */
public final class Funders {
    private final Portfolios portfolios;

    Funders(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /** What one gives on a day, as known at an instant; a problem where no funding ever named it. */
    public Portfolio portfolio(String organisation, AsOf day, CitedInstant instant, Sight sight) {
        Fundings given = portfolios
                .of(organisation, day, instant.knownAt(), instant.frontier())
                .orElseThrow(() -> QueryProblems.unknownFunder(organisation).asException());
        return Portfolio.of(
                new Portfolio.Organisation(organisation, given.funderName()),
                day,
                instant.text(),
                given.states(),
                sight);
    }

    /** A problem where no funding ever named this organisation. */
    public void require(String organisation) {
        if (!portfolios.isFunder(organisation)) {
            throw QueryProblems.unknownFunder(organisation).asException();
        }
    }
}
