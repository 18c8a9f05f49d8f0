package fr.jalon.events;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.MeetingEntry;
import fr.jalon.events.entry.Organisation;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Source;
import fr.jalon.events.entry.Status;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.NaiveRegister;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Registers as nobody would write them, to try the fold on: a few subjects on a few days, with everything that can be
 * said of an entry. They obey no rule of the write side; the same seed gives the same register. What was done in
 * keeping a register is in none: nobody sends it.
 */
public final class RandomRegisters {
    private static final UUID NOBODY = new UUID(0, 0);

    /** A today on which all that is drawn may have come true. */
    public static final LocalDate LATER = LocalDate.of(2023, 1, 1);

    /** As many readings as a test has patience for. */
    private static final long MANY = 50_000;

    private static final List<EntryType> WORLD =
            EntryType.all().stream().filter(type -> !type.isAboutTheRegister()).toList();
    private static final List<EntryType> REMARKS = EntryType.all().stream()
            .filter(type -> type.isAboutTheRegister() && !type.isKeeping())
            .toList();

    private final Random random;
    private final long seed;
    private final Slug territory;
    private final RandomDays days;
    private final RandomEntries like;
    private final List<EntryType> mostly;
    private final List<Recorded> entries = new ArrayList<>();

    private RandomRegisters(long seed, String territory, Random random, RandomDays days, int kinds) {
        this.random = random;
        this.seed = seed;
        this.territory = new Slug(territory);
        this.days = days;
        this.like = new RandomEntries(random, this::correction);
        List<FactKind> shuffled = new ArrayList<>(kinds());
        Collections.shuffle(shuffled, random);
        this.mostly = shuffled.subList(0, kinds).stream()
                .flatMap(kind -> types(kind).stream())
                .toList();
    }

    /** The entries of a register of this size, in recorded order, a second apart; the first opens the territory. */
    public static List<Recorded> of(long seed, String territory, int size) {
        Random random = new Random(seed);
        return new RandomRegisters(seed, territory, random, RandomDays.ofThreeYears(random), 4).entries(size);
    }

    /** The same of {@link RandomDays#FEW few days}, so that all readings of each subject can be tried. */
    public static List<Recorded> ofFewDays(long seed, String territory, int size) {
        Random random = new Random(seed);
        while (true) {
            List<Recorded> entries =
                    new RandomRegisters(seed, territory, random, RandomDays.ofFew(random), 2).entries(size);
            if (canBeTried(entries)) {
                return entries;
            }
        }
    }

    /** The entries of {@link #ofFewDays}, without those that the specification refuses on a day after all of them. */
    public static List<Recorded> accepted(long seed, String territory, int size) {
        List<Recorded> accepted = new ArrayList<>();
        for (Recorded proposed : ofFewDays(seed, territory, size)) {
            if (NaiveRegister.of(accepted).accepts(proposed.entry(), LATER)) {
                accepted.add(new Recorded(accepted.size() + 1L, proposed.recordedAt(), proposed.entry()));
            }
        }
        return List.copyOf(accepted);
    }

    /** So many entries of one subject of this kind, all of them actual and of few days. */
    public static List<Recorded> ofOneSubject(long seed, FactKind kind, int size) {
        Random random = new Random(seed);
        while (true) {
            List<Recorded> entries =
                    new RandomRegisters(seed, "marseille", random, RandomDays.ofFew(random), 1).ofOne(kind, size);
            if (canBeTried(entries)) {
                return entries;
            }
        }
    }

    /** The kinds of subject that entries move. */
    public static List<FactKind> kinds() {
        return Arrays.stream(FactKind.values())
                .filter(kind -> !types(kind).isEmpty())
                .toList();
    }

    /** As many seeds as {@code -Djalon.registers} says, from {@link Seed} on. */
    public static LongStream seeds() {
        long first = Seed.of(20_230_126, "RandomRegisters");
        return LongStream.range(first, first + Integer.getInteger("jalon.registers", 300));
    }

    private static List<EntryType> types(FactKind kind) {
        return WORLD.stream()
                .filter(type -> {
                    Meaning meaning = Meaning.of((WorldEntry) RandomEntries.example(type));
                    return meaning != null && meaning.subject().kind() == kind;
                })
                .toList();
    }

    private static boolean canBeTried(List<Recorded> entries) {
        for (int known = 1; known <= entries.size(); known++) {
            if (NaiveRegister.of(entries.subList(0, known)).cost(RandomDays.FEW) > MANY) {
                return false;
            }
        }
        return true;
    }

    private List<Recorded> entries(int size) {
        EntryType opening = EntryType.named("territory-opened").orElseThrow();
        add(like.like(opening, header(1, opening, Status.ACTUAL, null), NOBODY));
        while (entries.size() < size) {
            int position = entries.size() + 1;
            add(random.nextInt(10) < 7 ? world(id(position)) : remark(position));
        }
        return List.copyOf(entries);
    }

    private List<Recorded> ofOne(FactKind kind, int size) {
        List<EntryType> types = types(kind);
        List<EntryType> beginnings = types.stream()
                .filter(type -> {
                    Effect effect = Objects.requireNonNull(Meaning.of((WorldEntry) RandomEntries.example(type)))
                            .effect();
                    return effect == Effect.BEGINS || effect == Effect.STATES;
                })
                .toList();
        Subject subject = null;
        while (entries.size() < size) {
            int position = entries.size() + 1;
            EntryType type = like.any(entries.isEmpty() && random.nextInt(4) > 0 ? beginnings : types);
            WorldEntry entry = (WorldEntry) like.like(type, header(position, type, Status.ACTUAL, null), NOBODY);
            Subject told = Objects.requireNonNull(Meaning.of(entry)).subject();
            if (subject == null || told.equals(subject)) {
                subject = told;
                add(entry);
            }
        }
        return List.copyOf(entries);
    }

    private void add(Entry entry) {
        long position = entries.size() + 1L;
        entries.add(new Recorded(position, Instant.parse("2023-01-01T00:00:00Z").plusSeconds(position), entry));
    }

    private WorldEntry world(UUID id) {
        EntryType type = like.any(random.nextInt(4) > 0 ? mostly : WORLD);
        Status status = random.nextInt(5) == 0 ? like.any(List.of(Status.PLANNED, Status.POSSIBLE)) : Status.ACTUAL;
        UUID fulfils = random.nextInt(6) == 0 ? announced(id(1 + random.nextInt(entries.size()))) : null;
        return (WorldEntry) like.like(type, header(id, type, status, fulfils), NOBODY);
    }

    private Entry remark(int position) {
        EntryType type = like.any(REMARKS);
        UUID target = random.nextInt(30) == 0 ? NOBODY : id(1 + random.nextInt(entries.size()));
        return like.like(
                type,
                header(position, type, Status.ACTUAL, null),
                type.form() == AnnouncementAbandoned.class ? announced(target) : target);
    }

    /** Other content for the target, mostly about the same thing. */
    private WorldEntry correction(UUID target) {
        return world(target);
    }

    private Header header(int position, EntryType type, Status status, @Nullable UUID fulfils) {
        return header(id(position), type, status, fulfils);
    }

    private Header header(UUID id, EntryType type, Status status, @Nullable UUID fulfils) {
        boolean hasDate = RandomEntries.example(type).effective() != null;
        return new Header(id, territory, hasDate ? effective(type) : null, status, source(), null, fulfils);
    }

    /** A meeting without end would be none. */
    private Effective effective(EntryType type) {
        boolean isMeeting = MeetingEntry.class.isAssignableFrom(type.form());
        Effective drawn = days.effective();
        while (isMeeting && drawn instanceof Period period && period.end() instanceof Period.Open) {
            drawn = days.effective();
        }
        return drawn;
    }

    /** An announcement if there is one, for what is said of any other entry is less of a trial. */
    private UUID announced(UUID otherwise) {
        List<UUID> announced = entries.stream()
                .map(Recorded::entry)
                .filter(entry -> !entry.isActual())
                .map(Entry::entryId)
                .toList();
        return announced.isEmpty() || random.nextInt(5) == 0 ? otherwise : like.any(announced);
    }

    private UUID id(int position) {
        return new UUID(seed, ((long) territory.text().hashCode() << 32) + position);
    }

    private @Nullable Source source() {
        if (random.nextInt(4) > 0) {
            return null;
        }
        Slug mel = new Slug("mel");
        Organisation speaker = new Organisation(mel, like.name(mel));
        return new Source("Comité de pilotage", null, null, null, null, null, speaker, null);
    }
}
