package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.command.api.Replies;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.tables.column.ReadThing;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemDocument;
import fr.jalon.web.recording.LineAnswer;
import java.util.List;
import java.util.Locale;

/** What is answered to one line of many. */
sealed interface LineResult {
    /** Its entry was decided on. */
    record Decided(EntryLine.Understood sent, Decision decision) implements LineResult {}

    /** It holds no entry. */
    record Malformed(EntryLine.Malformed sent) implements LineResult {}

    /** Something of Jalon's own is broken: whether its entry was recorded is not known. */
    record Failed(EntryLine sent) implements LineResult {}

    EntryLine sent();

    default LineStatus status() {
        return switch (this) {
            case Decided(EntryLine.Understood _, Decision decision) -> LineStatus.of(decision);
            case Malformed _ -> LineStatus.MALFORMED;
            case Failed _ -> LineStatus.FAILED;
        };
    }

    /** As it is answered. */
    default LineAnswer answer(boolean dryRun, Locale locale) {
        return switch (this) {
            case Decided(EntryLine.Understood sent, Decision.Yes yes) ->
                line().kept(Replies.receipt(yes, sent.entry(), dryRun), dates(sent, locale), things(sent, locale));
            case Decided(EntryLine.Understood sent, Decision.No no) ->
                refused(sent.placed().apply(Replies.problem(no, sent.entry())), locale);
            case Malformed(EntryLine.Malformed sent) -> refused(sent.problem(), locale);
            case Failed _ -> refused(Problem.of(ProblemCode.INTERNAL_ERROR), locale);
        };
    }

    private LineAnswer refused(Problem problem, Locale locale) {
        return line().refused(
                        ProblemDocument.of(problem, locale), sent().place().sheet());
    }

    private static List<LineAnswer.ReadDate> dates(EntryLine.Understood sent, Locale locale) {
        Language language = Language.of(locale);
        return sent.dates().stream()
                .map(date -> new LineAnswer.ReadDate(
                        date.column(),
                        date.read().phrase(),
                        date.read().text(),
                        date.read().saidBack(language)))
                .toList();
    }

    private static List<LineAnswer.ReadThing> things(EntryLine.Understood sent, Locale locale) {
        Sentences sentences = Sentences.of(LineResult.class, "things", Language.of(locale));
        return sent.things().stream()
                .map(thing -> new LineAnswer.ReadThing(
                        thing.column(),
                        thing.written(),
                        thing.id(),
                        thing.how() == ReadThing.How.MADE,
                        sentences.say(thing.how().name().toLowerCase(Locale.ROOT), thing.written(), thing.id())))
                .toList();
    }

    private LineAnswer.Line line() {
        Entry entry = sent() instanceof EntryLine.Understood understood ? understood.entry() : null;
        return new LineAnswer.Line(
                sent().place().line(),
                sent().place().isInOneOfSeveral() ? sent().place().sheet() : null,
                entry == null ? null : entry.entryId(),
                entry == null ? null : entry.territory(),
                status().code());
    }
}
