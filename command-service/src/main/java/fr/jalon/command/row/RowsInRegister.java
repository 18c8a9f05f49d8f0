package fr.jalon.command.row;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.entry.RegisterEntry.EntryContested;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.entry.RegisterEntry.EntryRetracted;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.json.MalformedEntry;
import fr.jalon.events.language.Language;
import fr.jalon.events.register.Filed;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.tables.column.RowColumn;
import fr.jalon.tables.row.EntryIds;
import fr.jalon.tables.row.ReadRow;
import fr.jalon.tables.row.RowAction;
import fr.jalon.tables.row.TableReader;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.SentencePair;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What each row does in its territory's register: an entry of its own, or a word about one that is there. */
public final class RowsInRegister {
    private static final SentencePair SENTENCES = SentencePair.of(RowsInRegister.class, "rows");
    private static final Bilingual NOTHING = new Bilingual("", "");
    private static final UUID NO_ID = new UUID(0, 0);

    private final TableReader reader;
    private final KnownRegisters registers;

    public RowsInRegister(TableReader reader, KnownRegisters registers) {
        this.reader = reader;
        this.registers = registers;
    }

    /**
     * What a row does.
     *
     * @throws fr.jalon.tables.row.MalformedRow where with what stands in the register it makes no entry
     */
    public RowMeaning of(ReadRow row) {
        Register register = registers.of(row.entry().territory());
        Optional<Recorded> recorded = register.recorded(row.entry().entryId());
        if (recorded.isEmpty()) {
            boolean isNew = row.change().does() == null || row.change().does() == RowAction.RENEW;
            return isNew
                    ? new RowMeaning.ToRecord(row.entry(), null)
                    : refused(RowColumn.DOES, "not-in-the-register", "");
        }
        Optional<Filed> filed = register.filed(row.entry().entryId());
        return filed.isPresent() && row.entry() instanceof WorldEntry
                ? ofFiled(row, filed.get(), register)
                : ofRemark(row, recorded.get());
    }

    /** A row with the number of an entry about another one. */
    private RowMeaning ofRemark(ReadRow row, Recorded recorded) {
        return switch (row.change().does()) {
            case null -> new RowMeaning.ToRecord(row.entry(), null);
            case RETRACT -> retraction(row, recorded);
            case CORRECT, REFINE, CONTEST, FULFIL, RENEW ->
                refused(RowColumn.DOES, "not-about-the-world", recorded.position());
        };
    }

    private RowMeaning ofFiled(ReadRow row, Filed filed, Register register) {
        WorldEntry current = filed.content();
        WorldEntry said = (WorldEntry) registers.names().tried(row.entry());
        WorldEntry merged = merged(row, said, filed);
        boolean isChanged = !EntryJson.write(merged).equals(EntryJson.write(current));
        Recorded recorded = filed.recorded();
        return switch (row.change().does()) {
            case null -> filed.stands() ? unlessSame(isChanged, row, filed, merged) : retracted(recorded);
            case CORRECT, REFINE -> unlessSame(isChanged, row, filed, merged);
            case RETRACT -> retraction(row, recorded);
            case CONTEST -> contest(row, recorded);
            case FULFIL -> {
                ObjectNode fulfilment = EntryJson.tree(merged);
                fulfilment.put("status", "actual");
                fulfilment.put("fulfils", recorded.entry().entryId().toString());
                yield effect(identified(fulfilment), RowAction.FULFIL, recorded, NOTHING);
            }
            case RENEW ->
                filed.stands()
                        ? notRetracted(isChanged, filed, merged)
                        : effect(anew(merged, register), RowAction.RENEW, recorded, NOTHING);
        };
    }

    private WorldEntry merged(ReadRow row, WorldEntry said, Filed filed) {
        try {
            return MergedRow.of(row, said, filed.original(), filed.content());
        } catch (MalformedEntry malformed) {
            throw reader.placed(malformed, row.entry());
        }
    }

    private RowMeaning unlessSame(boolean isChanged, ReadRow row, Filed filed, WorldEntry merged) {
        Recorded recorded = filed.recorded();
        if (!isChanged) {
            return new RowMeaning.ToRecord(recorded.entry(), null);
        }
        RowAction does = row.change().does() == RowAction.REFINE ? RowAction.REFINE : RowAction.CORRECT;
        Bilingual changes = changes(filed.content(), merged);
        String reason = row.change().reason();
        if (reason == null) {
            return refused(RowColumn.REASON, "reason-needed." + does.code(), recorded.position(), changes);
        }
        ObjectNode correction = about(EntryCorrected.class, recorded, reason);
        correction.put("kind", does == RowAction.REFINE ? "refined" : "wrong");
        correction.set("entry", EntryJson.tree(merged));
        return effect(identified(correction), does, recorded, changes);
    }

    private Bilingual changes(WorldEntry before, WorldEntry after) {
        return RowDifference.of(before, after, registers::shown);
    }

    private RowMeaning notRetracted(boolean isChanged, Filed filed, WorldEntry merged) {
        long position = filed.recorded().position();
        return isChanged
                ? refused(RowColumn.DOES, "not-retracted.changed", position, changes(filed.content(), merged))
                : refused(RowColumn.DOES, "not-retracted", position);
    }

    private RowMeaning retraction(ReadRow row, Recorded recorded) {
        String reason = row.change().reason();
        return reason == null
                ? refused(RowColumn.REASON, "reason-needed.retract", recorded.position())
                : effect(
                        identified(about(EntryRetracted.class, recorded, reason)),
                        RowAction.RETRACT,
                        recorded,
                        NOTHING);
    }

    private RowMeaning contest(ReadRow row, Recorded recorded) {
        String reason = row.change().reason();
        if (reason == null) {
            return refused(RowColumn.REASON, "reason-needed.contest", recorded.position());
        }
        if (row.change().by() == null) {
            return refused(RowColumn.BY, "by-needed", recorded.position());
        }
        ObjectNode contest = about(EntryContested.class, recorded, reason);
        contest.set("by", Objects.requireNonNull(row.change().by()));
        return effect(identified(contest), RowAction.CONTEST, recorded, NOTHING);
    }

    private RowMeaning retracted(Recorded recorded) {
        return new RowMeaning.Retracted(recorded, say("retracted", number(recorded), NOTHING, RowColumn.DOES));
    }

    private static ObjectNode about(Class<? extends RegisterEntry> form, Recorded target, String reason) {
        ObjectNode remark = Json.MAPPER.createObjectNode();
        remark.put("territory", target.entry().territory());
        remark.put("type", EntryType.of(form).name());
        remark.put("target", target.entry().entryId().toString());
        remark.put("reason", reason);
        return remark;
    }

    private Entry identified(ObjectNode json) {
        json.remove("entryId");
        Entry entry = EntryJson.read(json, new EntryJson.Defaults(NO_ID, null));
        return EntryIds.under(entry, EntryIds.of(entry, registers::keyed));
    }

    /** The same entry under the first id made from its own that nothing retracted has. */
    private static Entry anew(WorldEntry entry, Register register) {
        UUID id = entry.entryId();
        while (register.filed(id).filter(filed -> !filed.stands()).isPresent()) {
            id = UUID.nameUUIDFromBytes(("renewed " + id).getBytes(StandardCharsets.UTF_8));
        }
        Optional<Filed> renewed = register.filed(id);
        return renewed.isPresent() ? renewed.get().original() : EntryIds.under(entry, id);
    }

    private static RowMeaning effect(Entry entry, RowAction does, Recorded target, Bilingual changes) {
        String number = number(target);
        Bilingual french = SENTENCES.say(does.code(), number, changes.fr());
        Bilingual english = SENTENCES.say(does.code(), number, changes.en());
        return new RowMeaning.ToRecord(
                entry, new RowEffect(does, target.position(), new Bilingual(french.fr(), english.en())));
    }

    private RowMeaning refused(RowColumn column, String sentence, Object position) {
        return refused(column, sentence, position, NOTHING);
    }

    private RowMeaning refused(RowColumn column, String sentence, Object position, Bilingual changes) {
        Bilingual detail = say(sentence, String.valueOf(position), changes, column);
        String code = sentence.replaceFirst("\\..*", "");
        Problem.Cause cause = new Problem.Cause(code, "", detail);
        return new RowMeaning.Refused(
                Problem.of(ProblemCode.MALFORMED_ENTRY).because(List.of(cause.in(reader.header(column)))));
    }

    /** A sentence that speaks of an entry by its number, of what changes in it, and of a column by its header. */
    private Bilingual say(String sentence, String number, Bilingual changes, RowColumn column) {
        return new Bilingual(
                SENTENCES
                        .say(sentence, number, changes.fr(), reader.header(column, Language.FRENCH))
                        .fr(),
                SENTENCES
                        .say(sentence, number, changes.en(), reader.header(column, Language.ENGLISH))
                        .en());
    }

    private static String number(Recorded recorded) {
        return String.valueOf(recorded.position());
    }
}
