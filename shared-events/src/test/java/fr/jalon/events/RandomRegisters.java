package fr.jalon.events;

import fr.jalon.events.entry.Amount;
import fr.jalon.events.entry.Contract;
import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.CorrectionKind;
import fr.jalon.events.entry.Currency;
import fr.jalon.events.entry.Decimal;
import fr.jalon.events.entry.Department;
import fr.jalon.events.entry.Direction;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.FigureEntry.FigureReported;
import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.entry.FundingEntry.FundingGranted;
import fr.jalon.events.entry.FundingEntry.FundingRenewed;
import fr.jalon.events.entry.FundingEntry.FundingWithdrawn;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.Level;
import fr.jalon.events.entry.MeetingEntry.SteeringCommitteeHeld;
import fr.jalon.events.entry.Phase;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammeEnded;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammeLaunched;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammePhaseChanged;
import fr.jalon.events.entry.Reference;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Source;
import fr.jalon.events.entry.Status;
import fr.jalon.events.entry.TeamEntry.TeamContractChanged;
import fr.jalon.events.entry.TeamEntry.TeamMemberJoined;
import fr.jalon.events.entry.TeamEntry.TeamMemberLeft;
import fr.jalon.events.entry.TerritoryEntry.PerimeterChanged;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.TerritoryKind;
import fr.jalon.events.entry.Worksite;
import fr.jalon.events.entry.WorksiteEntry.WorksiteJoinedProgramme;
import fr.jalon.events.entry.WorksiteEntry.WorksiteWithdrewFromProgramme;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.register.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers as nobody would write them, to try the fold on: a few subjects on a few days, with everything that can be said
 * of an entry. They obey no rule of the write side; the same seed gives the same register.
 */
public final class RandomRegisters {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Random random;
    private final long seed;
    private final Slug territory;
    private final RandomDays days;
    private final List<Recorded> entries = new ArrayList<>();

    private RandomRegisters(long seed, String territory) {
        this.random = new Random(seed);
        this.seed = seed;
        this.territory = new Slug(territory);
        this.days = new RandomDays(random);
    }

    /** The entries of a register of this size, in recorded order, a second apart; the first opens the territory. */
    public static List<Recorded> of(long seed, String territory, int size) {
        return new RandomRegisters(seed, territory).entries(size);
    }

    private List<Recorded> entries(int size) {
        add(new TerritoryOpened(
                header(1, Status.ACTUAL, null), "Territoire " + territory, TerritoryKind.CITY, departments()));
        while (entries.size() < size) {
            int position = entries.size() + 1;
            add(random.nextInt(10) < 7 ? world(anyHeader(position)) : remark(position));
        }
        return List.copyOf(entries);
    }

    private void add(Entry entry) {
        long position = entries.size() + 1L;
        entries.add(new Recorded(position, Instant.parse("2023-01-01T00:00:00Z").plusSeconds(position), entry));
    }

    private WorldEntry world(Header header) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> new CoordinationCarrierChanged(header, thing("porteur", 3));
            case 3 -> new ProgrammeLaunched(header, programme());
            case 4 -> new ProgrammePhaseChanged(header, programme(), any(Phase.LAUNCH, Phase.DEPLOYMENT));
            case 5 -> new ProgrammeEnded(header, programme(), null);
            case 6, 7 ->
                new FundingGranted(header, funding(), thing("porteur", 3), perhaps(programme()), null, null, amount());
            case 8 -> new FundingRenewed(header, funding(), amount());
            case 9 -> new FundingAmountChanged(header, funding(), any(Direction.values()), amount());
            case 10 -> new FundingWithdrawn(header, funding(), "Fin de la convention");
            case 11 -> random.nextBoolean() ? joined(header) : withdrew(header);
            case 12 -> new FigureReported(header, thing("chantiers", 1), programme(), decimal(), null, null);
            case 13 -> new SteeringCommitteeHeld(header, thing("copil", 2), Level.LOCAL, List.of(thing("porteur", 3)));
            case 14 -> new PerimeterChanged(header, departments(), null);
            default -> team(header);
        };
    }

    private WorldEntry team(Header header) {
        Reference position = thing("psychologue", 1);
        return switch (random.nextInt(3)) {
            case 0 -> new TeamMemberJoined(header, position, new Slug("psychologue"), Contract.FIXED_TERM, null);
            case 1 -> new TeamContractChanged(header, position, Contract.PERMANENT);
            default -> new TeamMemberLeft(header, position);
        };
    }

    private WorldEntry joined(Header header) {
        Reference site = thing("chantier", 2);
        Worksite worksite = new Worksite(site.id(), site.name(), null, perhaps(new Department("13")));
        return new WorksiteJoinedProgramme(header, worksite, programme());
    }

    private WorldEntry withdrew(Header header) {
        return new WorksiteWithdrewFromProgramme(header, thing("chantier", 2), programme(), null);
    }

    private RegisterEntry remark(int position) {
        Header plain = new Header(id(position), territory, null, Status.ACTUAL, source(), null, null);
        UUID target = random.nextInt(30) == 0 ? NOBODY : id(1 + random.nextInt(entries.size()));
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                new RegisterEntry.EntryCorrected(
                        plain, target, CorrectionKind.WRONG, "Erreur de saisie", correction(target));
            case 3, 4 -> new RegisterEntry.EntryRetracted(plain, target, "Saisi deux fois");
            case 5 -> new RegisterEntry.EntryContested(plain, target, "Pas d’accord", thing("porteur", 3));
            default ->
                new RegisterEntry.AnnouncementAbandoned(header(position, Status.ACTUAL, null), announced(target), null);
        };
    }

    /** Other content for the target, mostly about the same thing. */
    private WorldEntry correction(UUID target) {
        Header header = anyHeader(0);
        return world(new Header(
                target,
                territory,
                header.effective(),
                header.status(),
                header.source(),
                header.note(),
                header.fulfils()));
    }

    private Header anyHeader(int position) {
        Status status = random.nextInt(5) == 0 ? any(Status.PLANNED, Status.POSSIBLE) : Status.ACTUAL;
        UUID fulfils = random.nextInt(6) == 0 ? announced(id(1 + random.nextInt(entries.size()))) : null;
        return header(position, status, fulfils);
    }

    private Header header(int position, Status status, @Nullable UUID fulfils) {
        return new Header(id(position), territory, days.effective(), status, source(), null, fulfils);
    }

    /** An announcement if there is one, for what is said of any other entry is less of a trial. */
    private UUID announced(UUID otherwise) {
        List<UUID> announced = entries.stream()
                .map(Recorded::entry)
                .filter(entry -> !entry.isActual())
                .map(Entry::entryId)
                .toList();
        return announced.isEmpty() || random.nextInt(5) == 0
                ? otherwise
                : announced.get(random.nextInt(announced.size()));
    }

    private UUID id(int position) {
        return new UUID(seed, ((long) territory.text().hashCode() << 32) + position);
    }

    private Reference programme() {
        return thing("programme", 2);
    }

    private Reference funding() {
        return thing("financement", 2);
    }

    /** One of a few, sometimes with one of a few names. */
    private Reference thing(String what, int count) {
        String id = what + "-" + random.nextInt(count);
        return new Reference(
                new Slug(id), random.nextInt(3) == 0 ? id.toUpperCase(Locale.ROOT) + random.nextInt(2) : null);
    }

    private @Nullable Amount amount() {
        return perhaps(new Amount(decimal(), new Currency("EUR")));
    }

    private Decimal decimal() {
        return Decimal.parse(Integer.toString(1000 * (1 + random.nextInt(2))));
    }

    private List<Department> departments() {
        return random.nextBoolean()
                ? List.of(new Department("13"))
                : List.of(new Department("13"), new Department("84"));
    }

    private @Nullable Source source() {
        return random.nextInt(4) > 0
                ? null
                : new Source("Comité de pilotage", null, null, null, null, thing("porteur", 3));
    }

    private <T> @Nullable T perhaps(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
