package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.entry.Entry;
import fr.jalon.store.EntryIdTakenException;
import fr.jalon.store.StoreBusyException;
import fr.jalon.store.StoreUnavailableException;
import fr.jalon.store.UnreadableRegisterException;
import fr.jalon.web.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** One entry's way from whoever sends it to the outcome, counted and timed. */
public final class Recording {
    /** Where the programme is: its days begin at midnight there. */
    private static final ZoneId PROGRAMME = ZoneId.of("Europe/Paris");

    private final Recorder recorder;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Semaphore places;

    /**
     * A way for entries.
     *
     * @param atOnce how many that come alone may be on it; more are asked to come again, so that a slow store makes no queue
     */
    public Recording(Recorder recorder, InstantSource clock, MeterRegistry meters, int atOnce) {
        this.recorder = recorder;
        this.clock = clock;
        this.meters = meters;
        this.places = new Semaphore(atOnce);
    }

    /** As {@link #send}, for an entry that comes alone. */
    Outcome sendAlone(Entry entry, Sender sender) {
        if (!places.tryAcquire()) {
            Outcome refused = new Outcome.Rejected(Problems.unavailable(1));
            count(refused, sender.dryRun(), Timer.start(meters));
            return refused;
        }
        try {
            return send(entry, sender);
        } finally {
            places.release();
        }
    }

    /** Records it, or in a dry run decides on it alone. */
    public Outcome send(Entry entry, Sender sender) {
        return outcome(entry, sender, command -> recorder.record(command, sender.metadata()));
    }

    /** Decides on it as after all that {@code rehearsal} has accepted. */
    public Outcome rehearse(Entry entry, Rehearsal rehearsal, Sender sender) {
        return outcome(entry, sender, rehearsal::judge);
    }

    public Rehearsal rehearsal() {
        return new Rehearsal(recorder::register);
    }

    private Outcome outcome(Entry entry, Sender sender, Function<RecordEntry, Decision> decide) {
        if (!sender.actor().mayRecordIn(entry.territory())) {
            return new Outcome.Rejected(Outcomes.notTheirs(entry.territory()));
        }
        Timer.Sample sample = Timer.start(meters);
        LocalDate today = LocalDate.ofInstant(clock.instant(), PROGRAMME);
        Outcome outcome = decided(new RecordEntry(entry, sender.expectedPosition(), today, sender.dryRun()), decide);
        count(outcome, sender.dryRun(), sample);
        return outcome;
    }

    private static Outcome decided(RecordEntry command, Function<RecordEntry, Decision> decide) {
        try {
            return Outcomes.of(decide.apply(command), command);
        } catch (EntryIdTakenException e) {
            return new Outcome.Rejected(Outcomes.idTaken(command.entry()));
        } catch (StoreBusyException | StoreUnavailableException e) {
            return new Outcome.Rejected(Problems.unavailable(1));
        } catch (UnreadableRegisterException e) {
            return new Outcome.Rejected(Outcomes.unreadable(command.entry().territory(), e.position()));
        }
    }

    private void count(Outcome outcome, boolean dryRun, Timer.Sample sample) {
        String word = LineStatus.of(outcome, dryRun).code();
        String code = outcome instanceof Outcome.Rejected(var problem) ? problem.code() : "none";
        meters.counter("jalon.commands", "outcome", word, "code", code).increment();
        sample.stop(Timer.builder("jalon.command.duration")
                .description("From an entry read to its outcome known")
                .tag("outcome", word)
                .register(meters));
    }
}
