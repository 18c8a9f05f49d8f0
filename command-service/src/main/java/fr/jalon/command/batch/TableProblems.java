package fr.jalon.command.batch;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Fault;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.tables.column.ColumnWords;
import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.row.MalformedRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableFault;
import fr.jalon.tables.row.TableFaultCode;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.SentencePair;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong with tables and with the lines of many, in words. */
final class TableProblems {
    private static final SentencePair SENTENCES = SentencePair.of(TableProblems.class, "tables");
    private static final SentencePair PROBLEMS = SentencePair.of(TableProblems.class, "problems");

    private TableProblems() {}

    /** The table's first row is no header of entries. */
    static Problem header(MalformedRow header, @Nullable Row row, @Nullable String sheet) {
        boolean isTooWide = header.faults().stream()
                .anyMatch(fault -> fault.fault().code().equals(TableFaultCode.TOO_MANY_COLUMNS.code()));
        Problem problem = isTooWide ? problem(ProblemCode.TABLE_TOO_WIDE) : problem(ProblemCode.MALFORMED_TABLE);
        return from(problem, sheet, row == null ? 1 : row.number()).because(causes(header));
    }

    /** 400: this row is no entry. */
    static Problem row(MalformedRow row) {
        return Problem.of(ProblemCode.MALFORMED_ENTRY).because(causes(row));
    }

    /** What was sent is no table, from some row on: 422 where only somebody hostile writes so. */
    static Problem broken(BrokenTableException e, @Nullable String sheet) {
        String code = e.code().code();
        Problem problem = e.code() == TableFaultCode.DOCUMENT_TYPE
                ? problem(ProblemCode.REFUSED_WORKBOOK)
                : problem(ProblemCode.MALFORMED_TABLE);
        return from(problem, sheet, e.row()).because(List.of(new Problem.Cause(code, "", SENTENCES.say(code, ""))));
    }

    /** 413: a workbook unfolds to more than is taken. */
    static Problem tooLarge() {
        return problem(ProblemCode.WORKBOOK_TOO_LARGE).detailed(PROBLEMS.say("workbook-too-large.detail"));
    }

    /** 413: a line among many is too long. */
    static Problem lineTooLong(int limit) {
        return problem(ProblemCode.LINE_TOO_LONG).detailed(PROBLEMS.say("line-too-long.detail", limit));
    }

    private static Problem problem(ProblemCode code) {
        return Problem.of(code, PROBLEMS);
    }

    /** The same, of which it is said where nothing more was recorded. */
    private static Problem from(Problem problem, @Nullable String sheet, long row) {
        return problem.detailed(
                sheet == null ? PROBLEMS.say("table.from", row) : PROBLEMS.say("sheet.from", row, sheet));
    }

    private static List<Problem.Cause> causes(MalformedRow row) {
        return row.faults().stream().map(TableProblems::cause).toList();
    }

    private static Problem.Cause cause(TableFault fault) {
        String code = fault.fault().code();
        if (fault.date() != null) {
            return new Problem.Cause(code, fault.fault().pointer(), sentence(fault.date())).in(fault.column());
        }
        List<EntryType> near = code.equals(FaultCode.UNKNOWN_TYPE.code())
                ? ColumnWords.typesNear(fault.fault().given())
                : List.of();
        String sentence = sentenceOf(fault.fault(), !near.isEmpty());
        Problem.Cause cause = SENTENCES.french().contains(sentence)
                ? new Problem.Cause(code, fault.fault().pointer(), said(sentence, fault.fault(), near))
                : Problems.cause(fault.fault());
        return cause.in(fault.column());
    }

    private static String sentenceOf(Fault fault, boolean isNearAnother) {
        boolean isFlag = fault.code().equals(FaultCode.WRONG_TYPE.code())
                && fault.given().equals("boolean");
        return fault.code() + (isNearAnother ? ".near" : isFlag ? ".flag" : "");
    }

    /** What is wrong in a cell, and what may stand there where that is a list, in the words of a template. */
    private static Bilingual said(String sentence, Fault fault, List<EntryType> near) {
        return SENTENCES.say(sentence, language -> {
            Labels labels = Labels.in(language.locale());
            Stream<String> wanted = Stream.concat(
                    fault.choices().stream().map(labels::of), near.stream().map(labels::of));
            return new Object[] {fault.given(), wanted.collect(Collectors.joining(", "))};
        });
    }

    private static Bilingual sentence(DateReading.Refused date) {
        return new Bilingual(date.sentence(Language.FRENCH), date.sentence(Language.ENGLISH));
    }
}
