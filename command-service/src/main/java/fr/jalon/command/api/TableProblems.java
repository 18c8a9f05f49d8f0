package fr.jalon.command.api;

import fr.jalon.command.sheet.BrokenTableException;
import fr.jalon.events.table.MalformedRow;
import fr.jalon.events.table.TableFault;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.problem.Sentences;
import java.util.List;
import java.util.Map;

/** What can be wrong with tables, in words. */
final class TableProblems {
    private static final Sentences SENTENCES = Sentences.of(TableProblems.class, "tables");
    private static final Sentences PROBLEMS = Sentences.of(TableProblems.class, "problems");

    private TableProblems() {}

    /** 400: the table's first row is no header of entries. */
    static Problem header(MalformedRow header) {
        return table(causes(header));
    }

    /** 400: this row is no entry. */
    static Problem row(MalformedRow row) {
        return Problem.of(400, "malformed-entry").because(causes(row));
    }

    /** 400: what was sent is no table, from some row on. */
    static Problem broken(BrokenTableException e) {
        String code = e.code().code();
        return table(List.of(new Problem.Cause(code, "", SENTENCES.say(code, ""), null)));
    }

    /** 413: a workbook unfolds to more than is taken. */
    static Problem tooLarge() {
        return problem(413, "workbook-too-large");
    }

    private static Problem table(List<Problem.Cause> causes) {
        return problem(400, "malformed-table").because(causes);
    }

    private static Problem problem(int status, String code) {
        return new Problem(status, code, PROBLEMS.say(code), PROBLEMS.say(code + ".detail"), List.of(), Map.of());
    }

    private static List<Problem.Cause> causes(MalformedRow row) {
        return row.faults().stream().map(TableProblems::cause).toList();
    }

    private static Problem.Cause cause(TableFault fault) {
        String code = fault.fault().code();
        Problem.Cause cause = SENTENCES.french().contains(code)
                ? new Problem.Cause(
                        code,
                        fault.fault().pointer(),
                        SENTENCES.say(code, fault.fault().given()),
                        null)
                : Problems.cause(fault.fault());
        return cause.in(fault.column());
    }
}
