package fr.jalon.seal.check;

import fr.jalon.events.json.EntryJson;
import fr.jalon.postgres.DatabaseRole;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody with the rights of a role does to one table, by SQL.
 *
 * @param change insert, update, delete or move: a row that becomes another's, or takes another's place
 * @param expected the code of the finding; {@code refused} where the table itself refuses; the number of the reason in
 *     {@code docs/security.md} where it cannot be seen
 */
record Tampering(String table, String change, String expected, DatabaseRole role, String sql) {
    boolean isUnseen() {
        return expected.startsWith("[");
    }

    @Override
    public String toString() {
        String line = sql.replaceAll("\\s+", " ").strip();
        return table + " " + change + " " + expected + ": " + line.substring(0, Math.min(90, line.length()));
    }

    private static final class Cases {
        private final List<Tampering> all = new ArrayList<>();

        Cases of(String table, String change, String expected, String sql) {
            return of(table, change, expected, DatabaseRole.ADMIN, sql);
        }

        Cases of(String table, String change, String expected, DatabaseRole role, String sql) {
            all.add(new Tampering(table, change, expected, role, sql));
            return this;
        }
    }

    private static final String PARKED = "insert into tracking.parked values ('lille', 7, 'x')";

    /** As a service would write it: the read models keep an entry byte for byte. */
    private static final String FORGED = EntryJson.write(EntryJson.read("""
            {"entryId": "e1000000-0000-4000-8000-0000000000ff", "territory": "lyon", "type": "territory-opened",
             "effective": "2020", "kind": "city", "name": "Lyon"}
            """));

    private static final String LIKE_29 = """
            recorded_at, type, revision, payload, metadata from events.event where global_index = 29
            """;

    /** Every table, every kind of change. */
    static List<Tampering> all() {
        Cases cases = new Cases();
        log(cases);
        seal(cases);
        notes(cases);
        accounts(cases);
        models(cases);
        return cases.all;
    }

    private static void log(Cases cases) {
        cases.of("events.event", "insert", "inserted", """
                        insert into events.event select 0, gen_random_uuid(), 'lyon', 1, %s""".formatted(LIKE_29))
                .of("events.event", "insert", "missing", """
                        insert into events.event select 42, gen_random_uuid(), 'lyon', 1, %s""".formatted(LIKE_29))
                .of("events.event", "insert", "out-of-order", """
                        insert into events.event select 41, gen_random_uuid(), 'lille', 900, %s""".formatted(LIKE_29))
                .of("events.event", "insert", "out-of-order", """
                        insert into events.event
                        select 41, gen_random_uuid(), 'lyon', 1, '1999-01-01', type, revision, payload, metadata
                        from events.event where global_index = 29
                        """)
                .of("events.event", "insert", "[1]", DatabaseRole.COMMAND, """
                        select events.append(array['e1000000-0000-4000-8000-0000000000ff']::uuid[], array['lyon'],
                            array[1], array[(extract(epoch from now()) * 1000000)::bigint], array['territory-opened'],
                            array['1'], array['%s'],
                            array['{"actor": "somebody-else"}'])
                        """.formatted(FORGED))
                .of("events.event", "update", "changed", """
                        update events.event set payload = replace(payload, '"type"', '"typf"') where global_index = 17
                        """)
                .of("events.event", "update", "changed", """
                        update events.event set metadata = replace(metadata, 'national', 'other') where global_index = 17
                        """)
                .of("events.event", "update", "changed", """
                        update events.event set recorded_at = '1999-01-01' where global_index = 17
                        """)
                .of("events.event", "update", "inserted", """
                        update events.event set entry_id = gen_random_uuid() where global_index = 17
                        """)
                .of("events.event", "delete", "missing", "delete from events.event where global_index = 17")
                .of("events.event", "delete", "missing", "delete from events.event where position = 1")
                .of("events.event", "delete", "truncated", "delete from events.event where global_index > 35")
                .of("events.event", "move", "changed", """
                        update events.event set territory = 'lyon' where global_index = 17
                        """)
                .of("events.event", "move", "reordered", """
                        update events.event set global_index = -1 where global_index = 9;
                        update events.event set global_index = 9 where global_index = 10;
                        update events.event set global_index = 10 where global_index = -1
                        """)
                .of("events.snapshot", "insert", "snapshot", """
                        insert into events.snapshot select 'paris', position, recorded_at, type, revision, payload, digest
                        from events.snapshot
                        """)
                .of("events.snapshot", "update", "snapshot", """
                        update events.snapshot set payload = (payload::jsonb - 3)::text, position = position - 1
                        """)
                .of("events.snapshot", "update", "snapshot", """
                        update events.snapshot set payload = (payload::jsonb - 3)::text, digest = null
                        """)
                .of("events.snapshot", "update", "snapshot", "update events.snapshot set recorded_at = '2999-01-01'")
                .of("events.snapshot", "update", "[2]", "update events.snapshot set revision = '0'")
                .of("events.snapshot", "delete", "[2]", "delete from events.snapshot")
                .of("events.snapshot", "move", "snapshot", "update events.snapshot set territory = 'paris'")
                .of("events.kept_by", "insert", "refused", "insert into events.kept_by values (false, 'axon-server')")
                .of("events.kept_by", "update", "statement", "update events.kept_by set store = 'axon-server'")
                .of("events.kept_by", "delete", "statement", "delete from events.kept_by")
                .of("events.kept_by", "move", "refused", "update events.kept_by set one = false");
        history(cases, "events");
    }

    private static void history(Cases cases, String schema) {
        String table = schema + ".flyway_schema_history";
        cases.of(table, "insert", "schema", """
                        insert into %s values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', now(), 1, true)
                        """.formatted(table))
                .of(table, "update", "schema", "update %s set checksum = 1 where version = '1'".formatted(table))
                .of(table, "update", "[3]", "update %s set installed_by = 'x', execution_time = 1".formatted(table))
                .of(table, "delete", "schema", "delete from %s where version = '1'".formatted(table))
                .of(table, "move", "schema", """
                        update %s set installed_rank = 99 where version = '1'""".formatted(table));
    }

    private static void seal(Cases cases) {
        cases.of("sealed.leaf", "insert", "tree", """
                        insert into sealed.leaf values (40, sha256('x'), gen_random_uuid(), 'lyon', 1, sha256('x'))
                        """)
                .of("sealed.leaf", "insert", "tree", """
                        insert into sealed.leaf values (4000000000, sha256('x'), gen_random_uuid(), 'lyon', 1, sha256('x'))
                        """)
                .of("sealed.leaf", "update", "tree", """
                        update sealed.leaf set hash = sha256('x') where index = 12""")
                .of("sealed.leaf", "update", "changed", """
                        update sealed.leaf set raw = sha256('x') where index = 12""")
                .of("sealed.leaf", "update", "tree", "update sealed.leaf set territory = 'lyon' where index = 12")
                .of("sealed.leaf", "delete", "tree", "delete from sealed.leaf where index = 12")
                .of("sealed.leaf", "delete", "tree", "delete from sealed.leaf where index = 39")
                .of("sealed.leaf", "move", "reordered", """
                        update sealed.leaf set index = 4000 where index = 11;
                        update sealed.leaf set index = 11 where index = 12;
                        update sealed.leaf set index = 12 where index = 4000
                        """)
                .of("sealed.node", "insert", "tree", "insert into sealed.node values (3, 70, sha256('x'))")
                .of("sealed.node", "update", "tree", """
                        update sealed.node set hash = sha256('x') where level = 2 and index = 3""")
                .of("sealed.node", "delete", "tree", "delete from sealed.node where level = 3 and index = 1")
                .of("sealed.node", "move", "tree", """
                        update sealed.node set index = 900 where level = 2 and index = 3""")
                .of("sealed.checkpoint", "insert", "signature", """
                        insert into sealed.checkpoint (number, size, note)
                        select max(number) + 1, 40, '{foreign}' from sealed.checkpoint
                        """)
                .of("sealed.checkpoint", "insert", "checkpoint", """
                        insert into sealed.checkpoint (number, size, note)
                        select max(number) + 1, 900, 'garbage' from sealed.checkpoint
                        """)
                .of("sealed.checkpoint", "insert", "checkpoint", """
                        insert into sealed.checkpoint (number, size, note)
                        select (select max(number) + 1 from sealed.checkpoint), size, note
                        from sealed.checkpoint where number = 2
                        """)
                .of("sealed.checkpoint", "update", "signature", """
                        update sealed.checkpoint set note = '{foreign}', size = 40 where number = (
                            select max(number) from sealed.checkpoint)
                        """)
                .of("sealed.checkpoint", "update", "checkpoint", """
                        update sealed.checkpoint set note = replace(note, 'jalon', 'jolan') where number = 2;
                        update sealed.checkpoint set size = size + 1 where number = 2
                        """)
                .of("sealed.checkpoint", "update", "[6]", """
                        update sealed.checkpoint set sealed_at = '1999-01-01' where number = 2""")
                .of("sealed.checkpoint", "delete", "checkpoint", "delete from sealed.checkpoint where number = 2")
                .of("sealed.checkpoint", "delete", "checkpoint", """
                        delete from sealed.checkpoint where number = (select max(number) from sealed.checkpoint)""")
                .of("sealed.checkpoint", "delete", "checkpoint", "delete from sealed.checkpoint")
                .of("sealed.checkpoint", "delete", "[7]", """
                        delete from sealed.checkpoint where number = 2;
                        update sealed.checkpoint set number = -(number - 1) where number > 2;
                        update sealed.checkpoint set number = -number where number < 0
                        """)
                .of("sealed.checkpoint", "move", "checkpoint", """
                        update sealed.checkpoint set number = 9000 where number = 2;
                        update sealed.checkpoint set number = 2 where number = 3;
                        update sealed.checkpoint set number = 3 where number = 9000
                        """)
                .of(
                        "sealed.verifier_key",
                        "insert",
                        "key",
                        "insert into sealed.verifier_key (key) values ('{foreign key}')")
                .of("sealed.verifier_key", "insert", "key", "insert into sealed.verifier_key (key) values ('garbage')")
                .of("sealed.verifier_key", "update", "key", "update sealed.verifier_key set key = '{foreign key}'")
                .of("sealed.verifier_key", "update", "[6]", "update sealed.verifier_key set since = '1999-01-01'")
                .of("sealed.verifier_key", "delete", "key", "delete from sealed.verifier_key")
                .of(
                        "sealed.verifier_key",
                        "move",
                        "key",
                        "update sealed.verifier_key set key = 'jalon/test+00000000+AAAA'")
                .of("sealed.keyring", "insert", "key", "insert into sealed.keyring values (2, '{foreign keyring}')")
                .of("sealed.keyring", "insert", "key", "insert into sealed.keyring values (0, 'garbage')")
                .of("sealed.keyring", "update", "key", "update sealed.keyring set note = '{foreign keyring}'")
                .of("sealed.keyring", "update", "[6]", "update sealed.keyring set since = '1999-01-01'")
                .of("sealed.keyring", "delete", "key", "delete from sealed.keyring")
                .of("sealed.keyring", "move", "[6]", "update sealed.keyring set number = 7")
                .of("sealed.mailed", "insert", "statement", "insert into sealed.mailed values ('2999-01-01')")
                .of("sealed.mailed", "insert", "[8]", "insert into sealed.mailed values (current_date)")
                .of("sealed.mailed", "update", "statement", "update sealed.mailed set day = '2999-01-01'")
                .of("sealed.mailed", "delete", "[8]", "delete from sealed.mailed")
                .of("sealed.mailed", "move", "statement", "update sealed.mailed set day = '2999-01-01'");
    }

    private static void notes(Cases cases) {
        cases.of("tracking.token", "insert", "token", """
                        insert into tracking.token (processor_name, segment) values ('projection', 5)""")
                .of("tracking.token", "insert", "token", """
                        insert into tracking.token (processor_name, segment) values ('other', 0)""")
                .of("tracking.token", "update", "token", """
                        update tracking.token set token = '{"globalIndex": 900}' where processor_name = 'projection'""")
                .of("tracking.token", "update", "token", """
                        update tracking.token set token = 'x' where processor_name = 'projection'""")
                .of("tracking.token", "update", "[4]", """
                        update tracking.token set token = '{"globalIndex": 3}' where processor_name = 'projection'""")
                .of("tracking.token", "delete", "token", "delete from tracking.token")
                .of("tracking.token", "move", "token", """
                        update tracking.token set segment = 5 where processor_name = 'projection'""")
                .of("tracking.parked", "insert", "parked", PARKED)
                .of("tracking.parked", "update", "parked", PARKED + """
                        ; update tracking.parked set cause = 'x'""")
                .of("tracking.parked", "delete", "projection", PARKED + """
                        ; update projection.territory set position = 3 where territory = 'lille'
                        ; delete from tracking.parked""")
                .of("tracking.parked", "move", "parked", PARKED + """
                        ; update tracking.parked set territory = 'paris'""")
                .of("tracking.node", "insert", "[5]", "insert into tracking.node values ('projection', 'x', now())")
                .of("tracking.node", "update", "[5]", "update tracking.node set seen_at = now()")
                .of("tracking.node", "delete", "[5]", "delete from tracking.node")
                .of("tracking.node", "move", "[5]", "update tracking.node set node = 'x'");
    }

    private static void accounts(Cases cases) {
        String insert = "insert into access.account values ('intruder', '{national}', '{bcrypt}x')";
        String unseen = "set session_replication_role = replica; ";
        cases.of("access.account", "insert", "account", insert)
                .of("access.account", "insert", "account", unseen + insert)
                .of("access.account", "insert", "[9]", DatabaseRole.OWNER, insert)
                .of("access.account", "update", "account", "update access.account set password_hash = '{bcrypt}y'")
                .of("access.account", "update", "account", "update access.account set enabled = false")
                .of(
                        "access.account",
                        "update",
                        "account",
                        "select set_config('access.acting', 'national', true);"
                                + " update access.account set enabled = false where name = 'auditor'")
                .of(
                        "access.account",
                        "update",
                        "[9]",
                        DatabaseRole.ACCOUNTS,
                        "select access.keep('national', 'disable', 'auditor', null, null)")
                .of(
                        "access.account",
                        "update",
                        "account",
                        unseen + "update access.account set password_hash = '{bcrypt}y'")
                .of("access.account", "delete", "account", "delete from access.account where name = 'auditor'")
                .of("access.account", "delete", "account", "truncate access.account")
                .of(
                        "access.account",
                        "delete",
                        "[9]",
                        DatabaseRole.OWNER,
                        "delete from access.account where name = 'auditor'")
                .of("access.account", "move", "account", "update access.account set name = 'x' where name = 'auditor'")
                .of("access.account", "move", "account", """
                        %s update access.account set roles = '{national}' where name = 'auditor'""".formatted(unseen))
                .of("access.change", "insert", "account", """
                        insert into access.change values (3, now(), 'jalon_owner', 'insert', 'nobody', 'x')""")
                .of("access.change", "insert", "account", """
                        insert into access.change values (9, now(), 'jalon_owner', 'delete', 'nobody', null)""")
                .of("access.change", "update", "account", "update access.change set became = 'x' where number = 2")
                .of("access.change", "update", "[6]", "update access.change set at = '1999-01-01'")
                .of("access.change", "delete", "account", "delete from access.change where number = 1")
                .of("access.change", "move", "account", "update access.change set name = 'nobody' where number = 2")
                .of("access.record", "insert", "[10]", "insert into access.record (kind) values ('signed-in')")
                .of("access.record", "update", "[10]", "update access.record set about = 'x' where number = 1")
                .of("access.record", "delete", "[10]", "delete from access.record where number = 1")
                .of("access.record", "move", "[10]", "update access.record set account = 'x' where number = 1");
        String key = "insert into people.key (person, wrapped) values ('zoe', '\\x00'); ";
        String asked = "insert into people.erasure (person, reason, asked_by) values ('zoe', 'x', 'y'); ";
        String isAsked = " confirmed_at is null";
        cases.of("people.key", "insert", "[11]", key)
                .of(
                        "people.key",
                        "update",
                        "[11]",
                        key + "update people.key set wrapped = '\\x01' where person = 'zoe'")
                .of("people.key", "update", "erasure", "update people.key set wrapped = '\\x01', erased_at = null")
                .of("people.key", "delete", "[11]", key + "delete from people.key where person = 'zoe'")
                .of("people.key", "delete", "erasure", "delete from people.key")
                .of("people.key", "move", "[11]", key + "update people.key set person = 'paul' where person = 'zoe'")
                .of("people.erasure", "insert", "[11]", asked)
                .of("people.erasure", "insert", "erasure", """
                        insert into people.erasure (reason, asked_by, confirmed_by, confirmed_at)
                        values ('x', 'x', 'y', now())
                        """)
                .of(
                        "people.erasure",
                        "update",
                        "[11]",
                        asked + "update people.erasure set asked_by = 'x' where" + isAsked)
                .of("people.erasure", "update", "[11]", "update people.erasure set reason = 'x', confirmed_at = now()")
                .of("people.erasure", "update", "erasure", "update people.erasure set asked_by = 'x'")
                .of("people.erasure", "update", "erasure", """
                        update people.erasure set person = 'zoe', confirmed_by = null, confirmed_at = null
                        """)
                .of("people.erasure", "delete", "[11]", asked + "delete from people.erasure where" + isAsked)
                .of("people.erasure", "delete", "erasure", "delete from people.erasure")
                .of(
                        "people.erasure",
                        "move",
                        "[11]",
                        asked + "update people.erasure set person = 'paul' where" + isAsked)
                .of("people.erasure", "move", "erasure", "update people.erasure set entry_id = gen_random_uuid()");
        String limited = "insert into people.limitation (person, reason, limited_by) values ('zoe', 'x', 'y'); ";
        cases.of("people.limitation", "insert", "[11]", limited)
                .of("people.limitation", "update", "[11]", limited + "update people.limitation set limited_by = 'x'")
                .of("people.limitation", "delete", "[11]", limited + "delete from people.limitation")
                .of("people.limitation", "move", "[11]", limited + "update people.limitation set person = 'paul'");
        String way = "insert into people.text_key values ('lille', '', '\\x00'); ";
        String redacted = "insert into people.redaction (territory, entry_id, pointer, way, reason, redacted_by)"
                + " values ('lille', gen_random_uuid(), '/note', '0123456789abcdef', 'x', 'y'); ";
        cases.of("people.text_key", "insert", "[11]", way)
                .of("people.text_key", "update", "[11]", way + "update people.text_key set wrapped = '\\x01'")
                .of("people.text_key", "delete", "[11]", way + "delete from people.text_key")
                .of("people.text_key", "move", "[11]", way + "update people.text_key set territory = 'lyon'")
                .of("people.redaction", "insert", "[11]", redacted)
                .of("people.redaction", "update", "[11]", redacted + "update people.redaction set redacted_by = 'x'")
                .of("people.redaction", "delete", "[11]", redacted + "delete from people.redaction")
                .of("people.redaction", "move", "[11]", redacted + "update people.redaction set pointer = '/x'");
        String draft = "insert into drafts.meeting (territory, id, version, touched_by, sealed)"
                + " values ('lille', gen_random_uuid(), 1, 'x', '\\x00'); ";
        cases.of("drafts.meeting", "insert", "[12]", draft)
                .of("drafts.meeting", "update", "[12]", draft + "update drafts.meeting set sealed = '\\x01'")
                .of("drafts.meeting", "delete", "[12]", draft + "delete from drafts.meeting")
                .of("drafts.meeting", "move", "[12]", draft + "update drafts.meeting set territory = 'lyon'");
        history(cases, "access");
    }

    private static void models(Cases cases) {
        cases.of("projection.span", "insert", "projection", """
                        insert into projection.span
                        select 'nowhere', subject, key, value, possible, certain, held, recorded, since, until, entries, contested,
                            opened_by, ordinal, closed_by, folded
                        from projection.span limit 1
                        """)
                .of("projection.span", "update", "projection", """
                        update projection.span set value = '{"x": 1}' where opened_by = 4 and territory = 'lille'""")
                .of("projection.span", "delete", "projection", "delete from projection.span where territory = 'lille'")
                .of("projection.span", "delete", "projection", """
                        truncate projection.span, projection.entry, projection.remark, projection.territory""")
                .of("projection.span", "move", "projection", """
                        update projection.span set territory = 'lyon' where opened_by = 4 and territory = 'lille'""")
                .of("projection.entry", "insert", "projection", """
                        insert into projection.entry
                        select 'nowhere', position, 900, gen_random_uuid(), recorded_at, type, actor, role, status, effective,
                            days, content, words
                        from projection.entry limit 1
                        """)
                .of("projection.entry", "update", "projection", """
                        update projection.entry set actor = 'x' where position = 4 and territory = 'lille'""")
                .of("projection.entry", "update", "projection", """
                        update projection.entry set words = '' where position = 4 and territory = 'lille'""")
                .of("projection.entry", "delete", "projection", """
                        delete from projection.entry where position = 4 and territory = 'lille'""")
                .of("projection.entry", "move", "projection", """
                        update projection.entry set territory = 'lyon' where position = 4 and territory = 'lille'""")
                .of("projection.remark", "insert", "projection", """
                        insert into projection.remark values ('nowhere', gen_random_uuid(), 'contested', gen_random_uuid(), 1,
                            now())
                        """)
                .of("projection.remark", "update", "projection", "update projection.remark set kind = 'abandoned'")
                .of("projection.remark", "delete", "projection", "delete from projection.remark")
                .of("projection.remark", "move", "projection", "update projection.remark set territory = 'lyon'")
                .of("projection.territory", "insert", "projection", """
                        insert into projection.territory values ('nowhere', 1, now())""")
                .of("projection.territory", "update", "projection", """
                        update projection.territory set position = 7 where territory = 'lille'""")
                .of("projection.territory", "update", "projection", """
                        update projection.territory set recorded_at = now() where territory = 'lille'""")
                .of("projection.territory", "delete", "projection", """
                        delete from projection.territory where territory = 'lille'""")
                .of("projection.territory", "move", "projection", """
                        update projection.territory set territory = 'lyon' where territory = 'lille'""")
                .of("projection.made", "insert", "projection", "insert into projection.made values ('x')")
                .of("projection.made", "update", "projection", "update projection.made set fingerprint = 'x'")
                .of("projection.made", "update", "[6]", "update projection.made set at = '1999-01-01'")
                .of("projection.made", "delete", "projection", "delete from projection.made")
                .of("projection.made", "move", "projection", "update projection.made set fingerprint = 'x'");
    }
}
