package fr.jalon.events.entry;

/** An entry that tells something of the world, so that it can move a timeline; few move none. */
public sealed interface WorldEntry extends Entry
        permits TerritoryEntry,
                ProgrammeEntry,
                WorksiteEntry,
                FigureEntry,
                CoordinationEntry,
                TeamEntry,
                RecruitmentEntry,
                FundingEntry,
                FundingGapEntry,
                SupportEntry,
                PolicyEntry,
                PartnershipEntry,
                ProjectEntry,
                StudyEntry,
                WatchpointEntry,
                MeetingEntry,
                ContributionEntry {}
