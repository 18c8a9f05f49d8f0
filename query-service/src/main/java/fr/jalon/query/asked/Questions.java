package fr.jalon.query.asked;

import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.entry.Slug;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.web.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/**
 * What all questions have in common: each is timed by its kind, may have to wait, and meets the database's absences.
 */
public final class Questions {
    private static final int RETRY_SECONDS = 5;

    /** No such schema, no such table: another process is making the read models for the first time. */
    private static final Set<String> NOT_MADE_YET = Set.of("3F000", "42P01");

    private final MeterRegistry meters;
    private final Progress progress;
    private final Places places;
    private final NamesShown names;

    public Questions(MeterRegistry meters, Progress progress, Places places, NamesShown names) {
        this.meters = meters;
        this.progress = progress;
        this.places = places;
        this.names = names;
    }

    /** By which answers to this reader differ from those to others. */
    public String mark() {
        return names.mark();
    }

    /** Answers a question of this kind, with the names that the reader may see. */
    public <T> T answer(String kind, Supplier<T> answer) {
        Timer.Sample sample = Timer.start(meters);
        try {
            return names.shown(answer.get());
        } catch (DataAccessResourceFailureException
                | RecoverableDataAccessException
                | TransientDataAccessException
                | StoreUnavailableException away) {
            throw Problems.unavailable(RETRY_SECONDS).asException();
        } catch (BadSqlGrammarException wrong) {
            throw isNotMadeYet(wrong) ? Problems.unavailable(RETRY_SECONDS).asException() : wrong;
        } finally {
            sample.stop(Timer.builder("jalon.query")
                    .description("Time to answer, by kind of question")
                    .tag("kind", kind)
                    .publishPercentileHistogram()
                    .register(meters));
        }
    }

    private static boolean isNotMadeYet(BadSqlGrammarException wrong) {
        SQLException cause = wrong.getSQLException();
        return cause != null && NOT_MADE_YET.contains(cause.getSQLState());
    }

    /** How far a register is known at each of these places, once all of it up to a position can be read. */
    List<Knowledge> known(String territory, long minPosition, RegisterPlace... asked) {
        List<Knowledge> known = places.of(territory, asked);
        if (minPosition > 0 && (known.isEmpty() || known.getFirst().lastPosition() < minPosition)) {
            await(territory, minPosition);
            known = places.of(territory, asked);
        }
        if (known.isEmpty()) {
            throw Problems.unknownTerritory(territory).asException();
        }
        return known;
    }

    private void await(String territory, long position) {
        requireRecorded(territory);
        if (!progress.reaches(territory, position)) {
            throw QueryProblems.projectionBehind(position).asException();
        }
    }

    /** 404 where nobody opened this territory. */
    public void requireRecorded(String territory) {
        if (!Slug.isSlug(territory) || !progress.isRecorded(territory)) {
            throw Problems.unknownTerritory(territory).asException();
        }
    }
}
