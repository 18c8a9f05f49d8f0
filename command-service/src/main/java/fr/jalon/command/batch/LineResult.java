package fr.jalon.command.batch;

import fr.jalon.command.api.LineStatus;
import fr.jalon.command.api.Replies;
import fr.jalon.command.row.RowEffect;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.register.Recorded;
import fr.jalon.tables.row.ReadThing;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemDocument;
import fr.jalon.web.recording.LineAnswer;
import fr.jalon.web.recording.Receipt;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is answered to one line of many. */
sealed interface LineResult {
    /** Its entry was decided on. */
    record Decided(EntryLine.Understood sent, Decision decision) implements LineResult {}

    /** Its entry is in the register, retracted. */
    record Retracted(EntryLine.Retracted sent) implements LineResult {}

    /** It holds no entry. */
    record Malformed(EntryLine.Malformed sent) implements LineResult {}

    /** Something of Jalon's own is broken: whether its entry was recorded is not known. */
    record Failed(EntryLine sent) implements LineResult {}

    EntryLine sent();

    default LineStatus status() {
        return switch (this) {
            case Decided(EntryLine.Understood _, Decision decision) -> LineStatus.of(decision);
            case Retracted _ -> LineStatus.RETRACTED;
            case Malformed _ -> LineStatus.MALFORMED;
            case Failed _ -> LineStatus.FAILED;
        };
    }

    /** As it is answered. */
    default LineAnswer answer(boolean dryRun, Locale locale) {
        return switch (this) {
            case Decided(EntryLine.Understood sent, Decision.Yes yes) ->
                line().kept(
                                Replies.receipt(yes, sent.entry(), dryRun),
                                dates(sent, locale),
                                things(sent, locale),
                                does(sent, locale));
            case Retracted(EntryLine.Retracted(LinePlace _, Recorded recorded, Bilingual detail)) ->
                line().retracted(
                                new Receipt(
                                        recorded.entry().entryId(),
                                        recorded.entry().territory(),
                                        recorded.position(),
                                        dryRun ? null : recorded.recordedAt(),
                                        dryRun ? true : null,
                                        null,
                                        null),
                                detail.in(locale),
                                detail);
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

    private static LineAnswer.@Nullable Does does(EntryLine.Understood sent, Locale locale) {
        RowEffect effect = sent.effect();
        return effect == null
                ? null
                : new LineAnswer.Does(
                        effect.does().code(), effect.position(), effect.detail().in(locale), effect.detail());
    }

    private LineAnswer.Line line() {
        Entry entry = switch (sent()) {
            case EntryLine.Understood understood -> understood.entry();
            case EntryLine.Retracted retracted -> retracted.recorded().entry();
            case EntryLine.Malformed _ -> null;
        };
        return new LineAnswer.Line(
                sent().place().line(),
                sent().place().isInOneOfSeveral() ? sent().place().sheet() : null,
                entry == null ? null : entry.entryId(),
                entry == null ? null : entry.territory(),
                status().code());
    }
}
