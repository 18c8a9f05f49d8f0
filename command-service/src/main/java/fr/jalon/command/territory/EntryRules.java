package fr.jalon.command.territory;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.AnnouncementAbandoned;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.Effective;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        };
        return Optional.ofNullable(refusal).stream().toList();
    }

    private @Nullable Refusal ofWorld(WorldEntry entry, String at) {
        if (entry instanceof TerritoryOpened && at.isEmpty() && register.position() > 0) {
            return refusal(RefusalCode.TERRITORY_ALREADY_OPENED, "/type", null);
        }
        if (entry.isActual() && isInFuture(entry)) {
            return refusal(RefusalCode.EFFECTIVE_IN_FUTURE, at + "/effective", null);
        }
        UUID announcement = entry.header().fulfils();
        return announcement == null ? null : announcement(announcement, at + "/fulfils");
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
        if (opens != correction.entry() instanceof TerritoryOpened
                || (opens && !correction.entry().isActual())) {
            return refusal(RefusalCode.OPENING_ENTRY_STAYS, "/entry/type", correction.target());
        }
        if (EntryJson.write(file.content()).equals(EntryJson.write(correction.entry()))) {
            return refusal(RefusalCode.NOTHING_CORRECTED, "/entry", correction.target());
        }
        return ofWorld(correction.entry(), "/entry");
    }

    private @Nullable Refusal ofRetraction(EntryRetracted retraction, Recorded target) {
        return switch (target.entry()) {
            case TerritoryOpened ignored -> refusal(RefusalCode.OPENING_ENTRY_STAYS, "/target", retraction.target());
            case WorldEntry ignored -> standing(retraction.target());
            case EntryRetracted ignored -> refusal(RefusalCode.TARGET_NOT_RETRACTABLE, "/target", retraction.target());
            case RegisterEntry remark -> {
                boolean takenBack = register.subjectOf(remark)
                        .map(file -> file.remarks().stream()
                                .noneMatch(kept -> kept.entryId().equals(remark.entryId())))
                        .orElse(true);
                yield takenBack ? refusal(RefusalCode.TARGET_RETRACTED, "/target", retraction.target()) : null;
            }
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
