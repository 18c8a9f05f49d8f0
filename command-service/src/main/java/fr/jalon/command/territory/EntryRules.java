package fr.jalon.command.territory;

import fr.jalon.events.entry.ContributionEntry.ContributionAcknowledged;
import fr.jalon.events.entry.CorrectionKind;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.KeepingEntry;
import fr.jalon.events.entry.MeetingEntry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Effect;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules that an entry keeps or breaks by itself and by what it points at, whatever the timelines say. */
final class EntryRules {
    private final Register register;
    private final LocalDate today;

    private EntryRules(Register register, LocalDate today) {
        this.register = register;
        this.today = today;
    }

    static List<Refusal> broken(Register register, Entry entry, LocalDate today) {
        EntryRules rules = new EntryRules(register, today);
        Refusal refusal = switch (entry) {
            case WorldEntry world -> rules.ofWorld(world, "");
            case RegisterEntry remark -> rules.ofRemark(remark);
            case KeepingEntry kept ->
                rules.isInFuture(kept) ? refusal(RefusalCode.EFFECTIVE_IN_FUTURE, "/effective", null) : null;
        };
        if (refusal != null) {
            return List.of(refusal);
        }
        return entry instanceof RegisterEntry remark ? rules.leftUnannounced(remark) : List.of();
    }

    private @Nullable Refusal ofWorld(WorldEntry entry, String at) {
        if (entry instanceof TerritoryOpened && at.isEmpty() && register.position() > 0) {
            return refusal(RefusalCode.TERRITORY_ALREADY_OPENED, "/type", null);
        }
        if (entry instanceof TerritoryOpened && !entry.isActual()) {
            return refusal(RefusalCode.OPENING_ENTRY_STAYS, at + "/status", null);
        }
        if (entry.isActual() && isInFuture(entry)) {
            return refusal(RefusalCode.EFFECTIVE_IN_FUTURE, at + "/effective", null);
        }
        if (entry instanceof MeetingEntry && entry.effective() instanceof Period period && period.over() == null) {
            return refusal(RefusalCode.MEETING_WITHOUT_END, at + "/effective", null);
        }
        return fulfilment(entry, at + "/fulfils");
    }

    /**
     * What comes true is what was announced: the same subject, its end by an end, its beginning, value or change by any
     * of these, for who announced a renewal may see a new grant. An announcement may come true by several entries.
     */
    private @Nullable Refusal fulfilment(WorldEntry entry, String at) {
        UUID target = entry.header().fulfils();
        if (target == null) {
            return null;
        }
        Refusal noAnnouncement = announcement(target, at);
        if (noAnnouncement != null) {
            return noAnnouncement;
        }
        WorldEntry content = register.filed(target).orElseThrow().content();
        Meaning announced = Meaning.of(content);
        return !target.equals(entry.entryId()) && isWhatWasAnnounced(entry, content)
                ? null
                : new Refusal(
                        RefusalCode.NOT_WHAT_WAS_ANNOUNCED,
                        at,
                        target,
                        announced == null ? "" : announced.subject().toString());
    }

    private static boolean isWhatWasAnnounced(WorldEntry come, WorldEntry announced) {
        if (come instanceof ContributionAcknowledged thanks) {
            return announced instanceof ContributionAcknowledged intended
                    && Objects.equals(thanks.person(), intended.person())
                    && Objects.equals(thanks.organisation(), intended.organisation());
        }
        Meaning is = Meaning.of(come);
        Meaning was = Meaning.of(announced);
        return is != null
                && was != null
                && was.subject().equals(is.subject())
                && (was.effect() == Effect.ENDS) == (is.effect() == Effect.ENDS);
    }

    private @Nullable Refusal ofRemark(RegisterEntry remark) {
        Recorded target = register.recorded(remark.target()).orElse(null);
        if (target == null) {
            return refusal(RefusalCode.TARGET_UNKNOWN, "/target", remark.target());
        }
        return switch (remark) {
            case EntryCorrected correction -> ofCorrection(correction);
            case EntryRetracted retraction -> ofRetraction(retraction, target);
            case EntryContested contest -> standing(contest.target());
            case AnnouncementAbandoned abandoned ->
                isInFuture(abandoned)
                        ? refusal(RefusalCode.EFFECTIVE_IN_FUTURE, "/effective", null)
                        : announcement(abandoned.target(), "/target");
        };
    }

    private @Nullable Refusal ofCorrection(EntryCorrected correction) {
        Refusal notStanding = standing(correction.target());
        if (notStanding != null) {
            return notStanding;
        }
        Filed file = register.filed(correction.target()).orElseThrow();
        boolean opens = file.original() instanceof TerritoryOpened;
        if (opens != correction.entry() instanceof TerritoryOpened) {
            return refusal(RefusalCode.OPENING_ENTRY_STAYS, "/entry/type", correction.target());
        }
        if (EntryJson.write(file.content()).equals(EntryJson.write(correction.entry()))) {
            return refusal(RefusalCode.NOTHING_CORRECTED, "/entry", correction.target());
        }
        String other = correction.kind() == CorrectionKind.REFINED
                ? Refinement.fault(file.content(), correction.entry())
                : null;
        return other == null
                ? ofWorld(correction.entry(), "/entry")
                : refusal(RefusalCode.NOT_A_REFINEMENT, "/entry" + other, correction.target());
    }

    private @Nullable Refusal ofRetraction(EntryRetracted retraction, Recorded target) {
        return switch (target.entry()) {
            case TerritoryOpened ignored -> refusal(RefusalCode.OPENING_ENTRY_STAYS, "/target", retraction.target());
            case WorldEntry ignored -> standing(retraction.target());
            case EntryRetracted ignored -> refusal(RefusalCode.TARGET_NOT_RETRACTABLE, "/target", retraction.target());
            case KeepingEntry ignored -> refusal(RefusalCode.KEPT_BY_THE_REGISTER, "/target", retraction.target());
            case RegisterEntry remark -> {
                boolean takenBack = register.subjectOf(remark)
                        .map(file -> file.remarks().stream()
                                .noneMatch(kept -> kept.entryId().equals(remark.entryId())))
                        .orElse(true);
                if (takenBack) {
                    yield refusal(RefusalCode.TARGET_RETRACTED, "/target", retraction.target());
                }
                yield remark instanceof EntryCorrected ? fulfilment(contentWith(retraction), "/target") : null;
            }
        };
    }

    /** The content to which an entry returns with the retraction of its correction. */
    private WorldEntry contentWith(EntryRetracted retraction) {
        Register after = register.with(new Recorded(register.position() + 1, Instant.MAX, retraction));
        return after.subjectOf(retraction).orElseThrow().content();
    }

    /** What makes an announcement come true rests on it: nothing moves it meanwhile. */
    private List<Refusal> leftUnannounced(RegisterEntry remark) {
        if (!moves(remark)) {
            return List.of();
        }
        UUID moved = register.subjectOf(remark).orElseThrow().original().entryId();
        return register.fulfilling(moved).stream()
                .map(id -> register.recorded(id).orElseThrow())
                .sorted(Comparator.comparingLong(Recorded::position))
                .map(recorded -> refusal(
                        RefusalCode.TARGET_FULFILLED,
                        "/target",
                        recorded.entry().entryId()))
                .toList();
    }

    private boolean moves(RegisterEntry remark) {
        return switch (remark) {
            case EntryCorrected ignored -> true;
            case AnnouncementAbandoned ignored -> true;
            case EntryContested ignored -> false;
            case EntryRetracted retraction ->
                switch (register.recorded(retraction.target()).orElseThrow().entry()) {
                    case WorldEntry ignored -> true;
                    case EntryCorrected ignored -> true;
                    case RegisterEntry ignored -> false;
                    case KeepingEntry ignored -> false;
                };
        };
    }

    private @Nullable Refusal standing(UUID target) {
        Filed file = register.filed(target).orElse(null);
        if (file == null) {
            return refusal(RefusalCode.TARGET_NOT_CORRECTABLE, "/target", target);
        }
        return file.stands() ? null : refusal(RefusalCode.TARGET_RETRACTED, "/target", target);
    }

    private @Nullable Refusal announcement(UUID target, String at) {
        Filed file = register.filed(target).orElse(null);
        if (file == null) {
            return refusal(RefusalCode.TARGET_UNKNOWN, at, target);
        }
        if (!file.stands()) {
            return refusal(RefusalCode.TARGET_RETRACTED, at, target);
        }
        if (file.content().isActual()) {
            return refusal(RefusalCode.TARGET_NOT_ANNOUNCED, at, target);
        }
        return file.abandonment() == null ? null : refusal(RefusalCode.TARGET_ABANDONED, at, target);
    }

    private boolean isInFuture(Entry entry) {
        Effective effective = entry.effective();
        return effective != null && effective.start().window().earliest().isAfter(today);
    }

    private static Refusal refusal(RefusalCode code, String pointer, @Nullable UUID entry) {
        return new Refusal(code, pointer, entry, "");
    }
}
