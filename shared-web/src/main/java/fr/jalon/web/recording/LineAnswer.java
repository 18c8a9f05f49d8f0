package fr.jalon.web.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.ProblemDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one line of many: its receipt, or what is wrong with it in the words of a problem document. */
@Schema(name = "LineResult", description = "What became of one line or row of many")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        @Schema(description = "The line, or the row as a spreadsheet counts them", minimum = "1", example = "2")
        long line,

        @Schema(description = "The entry's id, where the line holds an entry") @Nullable
        UUID entryId,

        @Schema(description = "The territory it is for, where the line holds an entry", example = "rouen") @Nullable
        String territory,

        @Schema(
                description = "What became of it, in one word",
                allowableValues = {
                    "recorded",
                    "already-recorded",
                    "retracted",
                    "accepted",
                    "malformed",
                    "forbidden",
                    "unknown-territory",
                    "conflict",
                    "refused",
                    "unavailable",
                    "failed"
                })
        String status,

        @Schema(description = "Its number in the register, where it has one or would", example = "13") @Nullable
        Long position,

        @Schema(description = "When the register took it in") @Nullable
        Instant recordedAt,

        @Schema(description = "true for a dry run, left out else") @Nullable
        Boolean dryRun,

        @Schema(description = "Its dates that were written as people say them, and how each was read") @Nullable
        List<ReadDate> dates,

        @Schema(description = "What was written by its name, and the id of each") @Nullable
        List<ReadThing> things,

        @Schema(description = "What its row does with an entry that is in the register") @Nullable
        Does does,

        @Schema(
                description = "The sheet of a workbook whose row is at fault, or is one of several read",
                example = "Sheet1")
        @Nullable
        String sheet,

        @Schema(description = "What kind of problem it has, in the reader's language") @Nullable
        String title,

        @Schema(description = "The same in both languages") @Nullable
        Bilingual titles,

        @Schema(description = "What is wrong this time, in the reader's language") @Nullable
        String detail,

        @Schema(description = "The same in both languages") @Nullable
        Bilingual details,

        @Schema(description = "The problem's code; stable", example = "malformed-entry") @Nullable
        String code,

        @Schema(description = "Each fault by its place") @Nullable
        List<ProblemDocument.Fault> errors) {
    /** What a row does with an entry that is in the register. */
    @Schema(description = "What a row does with an entry that is in the register")
    public record Does(
            @Schema(
                    description = "In one word",
                    allowableValues = {"correct", "refine", "retract", "contest", "fulfil", "renew"})
            String action,

            @Schema(description = "The entry's number in the register", example = "12")
            long target,

            @Schema(
                    description = "The same as a sentence in the reader's language",
                    example = "Cette ligne corrige l’inscription n° 12 (7 → 8 chantiers).")
            String detail,

            @Schema(description = "The same in both languages")
            Bilingual details) {}

    /** A date said back: whoever wrote it can see that it was meant so. */
    @Schema(description = "A date that was written as people say it, and how it was read")
    public record ReadDate(
            @Schema(description = "The column's header", example = "Date d'effet")
            String column,

            @Schema(description = "What was written", example = "2e semestre 2022")
            String written,

            @Schema(
                    description = "What was read, in the register's own form (EDTF)",
                    example = "[2022-07-01..2022-12-31]")
            String read,

            @Schema(
                    description = "The same as a sentence in the reader's language",
                    example = "2e semestre 2022 : du 1ᵉʳ juillet au 31 décembre 2022")
            String detail) {}

    /** A thing said back: whoever wrote its name can see which one is meant, and whether it is a new one. */
    @Schema(description = "A thing, or a word, that was written by its name")
    public record ReadThing(
            @Schema(description = "The column's header", example = "Porteur")
            String column,

            @Schema(description = "What was written", example = "Les Jardins du Nord")
            String written,

            @Schema(description = "The id of what is meant", example = "les-jardins-du-nord")
            String id,

            @Schema(description = "Whether nothing was called so, and the id was made of the name")
            boolean made,

            @Schema(
                    description = "The same as a sentence in the reader's language",
                    example = "« Les Jardins du Nord » est nouveau : son identifiant est les-jardins-du-nord.")
            String detail) {}

    /**
     * The line itself, whatever became of it.
     *
     * @param sheet its sheet where several are read
     */
    public record Line(
            long line,
            @Nullable String sheet,
            @Nullable UUID entryId,
            @Nullable String territory,
            String status) {
        public LineAnswer kept(Receipt receipt, List<ReadDate> dates, List<ReadThing> things, @Nullable Does does) {
            return new LineAnswer(
                    line,
                    entryId,
                    territory,
                    status,
                    receipt.position(),
                    receipt.recordedAt(),
                    receipt.dryRun(),
                    dates.isEmpty() ? null : dates,
                    things.isEmpty() ? null : things,
                    does,
                    sheet,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** Kept once, and retracted since. */
        public LineAnswer retracted(Receipt receipt, String detail, Bilingual details) {
            return new LineAnswer(
                    line,
                    entryId,
                    territory,
                    status,
                    receipt.position(),
                    receipt.recordedAt(),
                    receipt.dryRun(),
                    null,
                    null,
                    null,
                    sheet,
                    null,
                    null,
                    detail,
                    details,
                    null,
                    null);
        }

        /** In the words of a problem document, without its type and status. */
        public LineAnswer refused(ProblemDocument problem, @Nullable String sheet) {
            return new LineAnswer(
                    line,
                    entryId,
                    territory,
                    status,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    sheet,
                    problem.title(),
                    problem.titles(),
                    problem.detail(),
                    problem.details(),
                    problem.code(),
                    problem.errors());
        }
    }
}
