package fr.jalon.events.meaning;

import fr.jalon.events.entry.ContributionEntry.ContributionAcknowledged;
import fr.jalon.events.entry.CoordinationEntry.CoordinationCarrierChanged;
import fr.jalon.events.entry.CoordinationEntry.CoordinatorAppointed;
import fr.jalon.events.entry.CoordinationEntry.CoordinatorLeft;
import fr.jalon.events.entry.FigureEntry.FigureReported;
import fr.jalon.events.entry.FundingEntry.FundingAmountChanged;
import fr.jalon.events.entry.FundingEntry.FundingGranted;
import fr.jalon.events.entry.FundingEntry.FundingRenewed;
import fr.jalon.events.entry.FundingEntry.FundingWithdrawn;
import fr.jalon.events.entry.FundingGapEntry.FundingGapClosed;
import fr.jalon.events.entry.FundingGapEntry.FundingGapReported;
import fr.jalon.events.entry.MeetingEntry.SteeringCommitteeHeld;
import fr.jalon.events.entry.PartnershipEntry.PartnershipEnded;
import fr.jalon.events.entry.PartnershipEntry.PartnershipEngaged;
import fr.jalon.events.entry.PolicyEntry.PolicyInscriptionEnded;
import fr.jalon.events.entry.PolicyEntry.PolicyInscriptionRecorded;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammeEnded;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammeLaunched;
import fr.jalon.events.entry.ProgrammeEntry.ProgrammePhaseChanged;
import fr.jalon.events.entry.ProjectEntry.ProjectEnded;
import fr.jalon.events.entry.ProjectEntry.ProjectLaunched;
import fr.jalon.events.entry.RecruitmentEntry.RecruitmentClosed;
import fr.jalon.events.entry.RecruitmentEntry.RecruitmentOpened;
import fr.jalon.events.entry.StudyEntry.StudyConcluded;
import fr.jalon.events.entry.StudyEntry.StudyLaunched;
import fr.jalon.events.entry.SupportEntry.InstitutionalSupportStated;
import fr.jalon.events.entry.TeamEntry.TeamContractChanged;
import fr.jalon.events.entry.TeamEntry.TeamMemberJoined;
import fr.jalon.events.entry.TeamEntry.TeamMemberLeft;
import fr.jalon.events.entry.TerritoryEntry.PerimeterChanged;
import fr.jalon.events.entry.TerritoryEntry.TerritoryOpened;
import fr.jalon.events.entry.WatchpointEntry.WatchpointRaised;
import fr.jalon.events.entry.WatchpointEntry.WatchpointResolved;
import fr.jalon.events.entry.WorksiteEntry.WorksiteJoinedProgramme;
import fr.jalon.events.entry.WorksiteEntry.WorksiteWithdrewFromProgramme;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Period;
import fr.jalon.events.time.Point;
import fr.jalon.events.time.Window;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says about the world: which subject, and what becomes of its value.
 *
 * @param subject whose value moves
 * @param effect how it moves
 */
public record Meaning(Subject subject, Effect effect) {
    /** The meaning of every type of entry, null where it moves nothing; the compiler asks here for each new one. */
    public static @Nullable Meaning of(WorldEntry entry) {
        return switch (entry) {
            case TerritoryOpened e -> states(FactKind.PERIMETER.only());
            case PerimeterChanged e -> changes(FactKind.PERIMETER.only());
            case ProgrammeLaunched e -> begins(FactKind.PROGRAMME.of(e.programme()));
            case ProgrammePhaseChanged e -> changes(FactKind.PROGRAMME.of(e.programme()));
            case ProgrammeEnded e -> ends(FactKind.PROGRAMME.of(e.programme()));
            case WorksiteJoinedProgramme e ->
                begins(FactKind.WORKSITE.of(e.worksite().id(), e.programme()));
            case WorksiteWithdrewFromProgramme e -> ends(FactKind.WORKSITE.of(e.worksite(), e.programme()));
            case FigureReported e -> states(FactKind.FIGURE.of(e.indicator(), e.programme()));
            case CoordinationCarrierChanged e -> states(FactKind.COORDINATION_CARRIER.only());
            case CoordinatorAppointed e -> states(FactKind.COORDINATOR.only());
            case CoordinatorLeft e -> ends(FactKind.COORDINATOR.only());
            case TeamMemberJoined e -> begins(FactKind.TEAM.of(e.position()));
            case TeamMemberLeft e -> ends(FactKind.TEAM.of(e.position()));
            case TeamContractChanged e -> changes(FactKind.TEAM.of(e.position()));
            case RecruitmentOpened e -> begins(FactKind.RECRUITMENT.of(e.recruitment()));
            case RecruitmentClosed e -> ends(FactKind.RECRUITMENT.of(e.recruitment()));
            case FundingGranted e -> begins(FactKind.FUNDING.of(e.funding()));
            case FundingRenewed e -> changes(FactKind.FUNDING.of(e.funding()));
            case FundingAmountChanged e -> changes(FactKind.FUNDING.of(e.funding()));
            case FundingWithdrawn e -> ends(FactKind.FUNDING.of(e.funding()));
            case FundingGapReported e -> begins(FactKind.FUNDING_GAP.of(e.gap()));
            case FundingGapClosed e -> ends(FactKind.FUNDING_GAP.of(e.gap()));
            case InstitutionalSupportStated e -> states(FactKind.SUPPORT.of(e.institution(), e.programme()));
            case PolicyInscriptionRecorded e -> begins(FactKind.POLICY.of(e.policy()));
            case PolicyInscriptionEnded e -> ends(FactKind.POLICY.of(e.policy()));
            case PartnershipEngaged e -> begins(FactKind.PARTNERSHIP.of(e.partner(), e.topic()));
            case PartnershipEnded e -> ends(FactKind.PARTNERSHIP.of(e.partner(), e.topic()));
            case ProjectLaunched e -> begins(FactKind.PROJECT.of(e.project()));
            case ProjectEnded e -> ends(FactKind.PROJECT.of(e.project()));
            case StudyLaunched e -> begins(FactKind.STUDY.of(e.study()));
            case StudyConcluded e -> ends(FactKind.STUDY.of(e.study()));
            case WatchpointRaised e -> begins(FactKind.WATCHPOINT.of(e.watchpoint()));
            case WatchpointResolved e -> ends(FactKind.WATCHPOINT.of(e.watchpoint()));
            case SteeringCommitteeHeld e -> states(FactKind.MEETING.of(e.meeting()));
            case ContributionAcknowledged e -> null;
        };
    }

    /**
     * What an entry with these attributes, at this position of its register, does to its subject; null where it moves
     * nothing.
     *
     * @param correction the entry that gave it this content; null where it stands as it was recorded
     */
    public static @Nullable Transition transition(
            WorldEntry entry, Map<String, Object> attributes, long position, @Nullable UUID correction) {
        Meaning meaning = of(entry);
        if (meaning == null) {
            return null;
        }
        Effective effective = Objects.requireNonNull(entry.effective());
        End end = meaning.end(effective);
        return new Transition(
                meaning.subject,
                meaning.effect,
                effective.start().window(),
                effective.start().text(),
                end,
                end == null && takesEndAway(entry, effective),
                entry instanceof CoordinatorLeft left ? left.person() : null,
                entry,
                entry instanceof FundingAmountChanged ? withoutDirection(attributes) : attributes,
                position,
                correction);
    }

    /** The direction tells the move and is no part of the value. */
    private static Map<String, Object> withoutDirection(Map<String, Object> attributes) {
        Map<String, Object> held = new LinkedHashMap<>(attributes);
        held.remove("direction");
        return Collections.unmodifiableMap(held);
    }

    /** A meeting on a point is over on the day after. */
    private @Nullable End end(Effective effective) {
        return switch (effective) {
            case Period period -> {
                Window over = period.over();
                yield over == null ? null : new End(over, period.endText(), false);
            }
            case Point point ->
                subject.kind() == FactKind.MEETING ? new End(point.window().dayAfter(), point.text(), true) : null;
        };
    }

    /** An open period says that no end is known; what is renewed, or has a new contract, has no end but a new one. */
    private static boolean takesEndAway(WorldEntry entry, Effective effective) {
        return effective instanceof Period || entry instanceof FundingRenewed || entry instanceof TeamContractChanged;
    }

    private static Meaning begins(Subject subject) {
        return new Meaning(subject, Effect.BEGINS);
    }

    private static Meaning states(Subject subject) {
        return new Meaning(subject, Effect.STATES);
    }

    private static Meaning changes(Subject subject) {
        return new Meaning(subject, Effect.CHANGES);
    }

    private static Meaning ends(Subject subject) {
        return new Meaning(subject, Effect.ENDS);
    }
}
