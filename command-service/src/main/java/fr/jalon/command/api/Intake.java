package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
import fr.jalon.command.territory.Refusal;
import fr.jalon.command.territory.RefusalCode;
import fr.jalon.command.territory.TerritoryDecider;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.language.Language;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Days;
import fr.jalon.people.NameSeal.ErasedPersonException;
import fr.jalon.people.PersonNames;
import fr.jalon.people.TextSeal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** One entry's way from its sender to the decision, counted and timed once the sender is known to be allowed there. */
public final class Intake {
    private final Recorder recorder;
    private final PersonNames names;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Semaphore places;

    /**
     * A way for entries.
     *
     * @param names seals the names of persons before anything else is done with them
     * @param atOnce how many that come alone may be on it; more are told to come again, so that no queue grows when
     *     the store is slow
     */
    public Intake(Recorder recorder, PersonNames names, InstantSource clock, MeterRegistry meters, int atOnce) {
        this.recorder = recorder;
        this.names = names;
        this.clock = clock;
        this.meters = meters;
        this.places = new Semaphore(atOnce);
    }

    /** As {@link #send}, for an entry that comes alone. */
    Decision sendAlone(Entry entry, Sender sender) {
        return alone(() -> send(entry, sender));
    }

    /** Decides on it alone, and finds out what it would change. */
    Decision tryAlone(Trial trial, Sender sender) {
        return alone(() -> decide(trial.entry(), sender, trial::judge));
    }

    /** @param language in which the sender is told what they are not shown */
    Trial trial(Entry entry, Sender sender, Language language) {
        return new Trial(entry, recorder::register, names.shown(sender.actor().maySeeLimitedNames(), language));
    }

    private Decision alone(Supplier<Decision> decide) {
        if (!places.tryAcquire()) {
            return counted(Timer.start(meters), new Decision.Busy());
        }
        try {
            return decide.get();
        } finally {
            places.release();
        }
    }

    /** Records it. */
    public Decision send(Entry entry, Sender sender) {
        return decide(entry, sender, command -> recorder.record(command, sender.metadata()));
    }

    /** Decides on it as after all that {@code rehearsal} has accepted. */
    public Decision rehearse(Entry entry, Rehearsal rehearsal, Sender sender) {
        return decide(entry, sender, rehearsal::judge);
    }

    /** A territory's register, for what is sent to be understood by. */
    public ReadRegister register(String territory) {
        return recorder.register(territory);
    }

    public PersonNames names() {
        return names;
    }

    public Rehearsal rehearsal() {
        return new Rehearsal(recorder::register);
    }

    private Decision decide(Entry entry, Sender sender, Function<RecordEntry, Decision> decide) {
        if (!sender.actor().mayRecordIn(entry.territory())) {
            return new Decision.NotTheirs(entry.territory());
        }
        Timer.Sample sample = Timer.start(meters);
        return counted(
                sample,
                entry instanceof KeepingEntry kept
                        ? notByHand(kept)
                        : decide(entry, sender.dryRun(), sender.expectedPosition(), decide));
    }

    /** Records what was done in keeping the registers, which nobody sends. */
    public Decision keep(KeepingEntry entry, Map<String, String> metadata) {
        Timer.Sample sample = Timer.start(meters);
        return counted(sample, decide(entry, false, null, command -> recorder.record(command, metadata)));
    }

    /** Refused, but where it comes back as it was carried away. */
    private Decision notByHand(KeepingEntry entry) {
        Register register = known(entry.territory());
        Decision decision = decide(entry, true, null, command -> TerritoryDecider.decide(register, command));
        return decision instanceof Decision.AlreadyRecorded
                ? decision
                : refused(RefusalCode.KEPT_BY_THE_REGISTER, "/type", "");
    }

    private Decision decide(
            Entry entry, boolean isTried, @Nullable Long expected, Function<RecordEntry, Decision> decide) {
        Entry sealed;
        try {
            sealed = names.sealed(entry, isTried, before(entry.territory()));
        } catch (ErasedPersonException erased) {
            return refused(RefusalCode.PERSON_ERASED, erased.pointer(), erased.person());
        } catch (TextSeal.RedactedException redacted) {
            return refused(RefusalCode.TEXT_REDACTED, redacted.pointer(), "");
        } catch (DataAccessException away) {
            return new Decision.Unavailable(false);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Days.ZONE);
        RecordEntry command = new RecordEntry(sealed, expected, today);
        return unlessInClear(decide.apply(command), entry);
    }

    /** What was recorded before texts were sealed is the same entry when it is sent again. */
    private Decision unlessInClear(Decision decision, Entry sent) {
        return decision instanceof Decision.IdTaken
                ? known(sent.territory())
                        .recorded(sent.entryId())
                        .filter(recorded -> EntryJson.write(recorded.entry()).equals(EntryJson.write(sent)))
                        .<Decision>map(same -> new Decision.AlreadyRecorded(same.position(), same.recordedAt()))
                        .orElse(decision)
                : decision;
    }

    private TextSeal.Before before(String territory) {
        return new TextSeal.Before(
                id -> known(territory).recorded(id).map(Recorded::entry),
                id -> known(territory).filed(id).map(Filed::content));
    }

    private Register known(String territory) {
        return switch (recorder.register(territory)) {
            case ReadRegister.Whole(Register register) -> register;
            case ReadRegister.Incomplete _ -> Register.empty();
        };
    }

    private static Decision refused(RefusalCode code, String pointer, String subject) {
        return new Decision.Refused(List.of(new Refusal(code, pointer, null, null, subject)));
    }

    private Decision counted(Timer.Sample sample, Decision decision) {
        String outcome = LineStatus.of(decision).code();
        String code = switch (decision) {
            case Decision.Yes _ -> "none";
            case Decision.No no -> Replies.code(no).code();
        };
        Counter.builder("jalon.commands")
                .description("Entries sent, by their outcome and the code of a refusal")
                .tag("outcome", outcome)
                .tag("code", code)
                .register(meters)
                .increment();
        sample.stop(Timer.builder("jalon.command.duration")
                .description("From an entry read to its outcome known")
                .tag("outcome", outcome)
                .register(meters));
        return decision;
    }
}
