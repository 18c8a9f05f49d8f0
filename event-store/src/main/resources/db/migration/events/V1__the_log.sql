-- The log of every territory's entries, what readers know of their own progress in it, and what seals it. The schema
-- `events` itself is Flyway's to create.

-- The writer, the reader, and who copies another store's log: neither the writer, whose events go to that store,
-- nor the reader, who must not be able to make any up. And who only studies: what they may see is granted with the views
-- of the read models. Roles belong to the whole server, and several databases of
-- one server may be migrated at once.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['jalon_command', 'jalon_query', 'jalon_mirror', 'jalon_analyst'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception
            when duplicate_object or unique_violation then null;
        end;
    end loop;
end
$$;

-- The log ------------------------------------------------------------------------------------------------------------

-- The index is drawn by events.add under a lock, never from a sequence: a sequence's numbers become visible out of
-- order and leave gaps, and a reader that has passed a number never returns to it. Payload and metadata are text
-- and not jsonb, because what is proved later is every byte of what was accepted. The constraints' names tell a
-- writer which rule it broke.
create table events.event (
    global_index bigint      not null,
    entry_id     uuid        not null,
    territory    text        not null,
    position     bigint      not null check (position > 0),
    recorded_at  timestamptz not null,
    type         text        not null,
    revision     text        not null,
    payload      text        not null,
    metadata     text        not null,
    constraint event_global_index_key primary key (global_index),
    constraint event_entry_id_key unique (entry_id),
    constraint event_position_key unique (territory, position)
);

-- Times follow the index closely, so a block range index finds a time at next to no cost for the writer.
create index event_recorded_at on events.event using brin (recorded_at);

-- The newest snapshot of each territory: a shortcut that may be thrown away at any time. It says of which log it is
-- the fold, by a digest over the entry it ends at and its own content; one without is none.
create table events.snapshot (
    territory   text        primary key,
    position    bigint      not null,
    recorded_at timestamptz not null,
    type        text        not null,
    revision    text        not null,
    payload     text        not null,
    digest      text
);

-- Appending and copying ----------------------------------------------------------------------------------------------

-- Adds rows, in the order given, after the head of the log: one round trip and one commit for as many commands as
-- wait. For append and copy alone, which hold the log's lock and whose settings it has: nobody else may run it.
-- Within a territory positions have no gap and recorded time goes on, whoever writes; what is looked up sees the
-- rows just added, so that entries of one group follow one another too.
create function events.add(
    head         bigint,
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns void
    language plpgsql
as $$
declare
    fault record;
begin
    insert into events.event
        (global_index, entry_id, territory, position, recorded_at, type, revision, payload, metadata)
    select head + n, i, t, p, timestamptz 'epoch' + r * interval '1 microsecond', y, v, b, m
    from unnest(entry_ids, territories, positions, recorded, types, revisions, payloads, metadata)
        with ordinality as u(i, t, p, r, y, v, b, m, n);
    -- A subquery and no join: one look at an index for each row, whatever the planner believes of the table's size.
    for fault in
        select t as territory, p as position
        from unnest(territories, positions, recorded) as u(t, p, r)
        where p > 1 and not coalesce((
            select before.recorded_at < timestamptz 'epoch' + r * interval '1 microsecond'
            from events.event before
            where before.territory = t and before.position = p - 1), false)
    loop
        raise check_violation using
            message = format('position %s of %s does not follow the entry before it', fault.position, fault.territory),
            schema = 'events', table = 'event', constraint = 'event_follows';
    end loop;
end
$$;

-- What is recorded now, and at which times it was. No clock is more than three hours off (summer time and a zone
-- mistaken for the next are two): a time far from now is a forgery or a broken clock, and either would say of years
-- gone by what was known then. Recorded time follows the index over the whole log, whoever writes and whatever the
-- clocks of their machines say: nothing comes later that was recorded earlier, so an instant names one state of all
-- registers together. What is recorded at a time that does not lie after the last one's gets the next microsecond,
-- and its writer is told. The lock is held until the commit is visible, so the order of commits is the order of the
-- index: a reader that has seen index n has seen all before it. The statement after the lock takes its own snapshot
-- (read committed). It runs with its owner's rights: the writer needs no right on the table, so it cannot draw an
-- index of its own.
create function events.append(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint[]
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    -- A plan lives as long as the connection and may have been made while the log was next to empty: rows are
    -- looked up by their index all the same.
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
as $$
declare
    now_micros constant bigint := extract(epoch from clock_timestamp()) * 1000000;
    skew constant bigint := 3 * 3600 * 1000000::bigint;
    head bigint;
    latest bigint;
    times bigint[] := recorded;
begin
    perform pg_advisory_xact_lock(1784769647, 1);
    select e.global_index, extract(epoch from e.recorded_at) * 1000000 into head, latest
    from events.event e order by e.global_index desc limit 1;
    -- In a loop, which costs no query.
    for n in 1 .. cardinality(recorded) loop
        if recorded[n] not between now_micros - skew and now_micros + skew then
            raise check_violation using
                message = 'a recorded time is more than three hours from the database''s',
                schema = 'events', table = 'event', constraint = 'event_clock';
        end if;
        latest := greatest(latest + 1, recorded[n]);
        times[n] := latest;
    end loop;
    perform events.add(
        coalesce(head, 0), entry_ids, territories, positions, times, types, revisions, payloads, metadata);
    return times;
end
$$;

-- What another log recorded, with the times it gave; under the same lock and settings.
create function events.copy(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint[]
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
as $$
declare
    head bigint;
begin
    perform pg_advisory_xact_lock(1784769647, 1);
    select max(e.global_index) into head from events.event e;
    perform events.add(
        coalesce(head, 0), entry_ids, territories, positions, recorded, types, revisions, payloads, metadata);
    return recorded;
end
$$;

-- Which store keeps the log that this database holds: said once, by the first service to start, and never changed.
-- A log begun here is no place for the copy of another store's, nor may anybody append to such a copy.
create table events.kept_by (
    one   boolean primary key default true check (one),
    store text    not null
);

revoke all on schema events from public;
revoke all on all tables in schema events from public;
revoke all on all functions in schema events from public;

grant usage on schema events to jalon_command, jalon_query, jalon_mirror;
grant select on events.event to jalon_command, jalon_query, jalon_mirror;
grant execute on function events.append to jalon_command;
grant execute on function events.copy to jalon_mirror;
grant select, insert, update, delete on events.snapshot to jalon_command;
grant select on events.snapshot to jalon_query;
grant select, insert on events.kept_by to jalon_command, jalon_query;

-- Readers' progress --------------------------------------------------------------------------------------------------

-- Where each projection stands in the log, and what it could not read.
create schema tracking;

-- One row a segment of an Axon processor; who holds it is the owner, until the timestamp is too old.
create table tracking.token (
    processor_name text    not null,
    segment        integer not null,
    token          text,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- Which processes share a projection's segments. Times are the database's own: the clocks of two machines may differ.
create table tracking.node (
    processor_name text        not null,
    node           text        not null,
    seen_at        timestamptz not null,
    primary key (processor_name, node)
);

-- The territories that stopped before an entry that could not be taken in, a row each. The log has the entry and those
-- after it, so nothing of them lives on here. Whoever tries a territory again holds the lock of its row: a claim ends
-- with its transaction, whatever becomes of the process, and a projection that meanwhile comes to the territory's next
-- entry waits to see whether it is still to be taken in.
create table tracking.parked (
    territory text        primary key,
    position  bigint      not null,
    cause     text        not null,
    since     timestamptz not null default now()
);

grant usage on schema tracking to jalon_query;
grant select, insert, update, delete on all tables in schema tracking to jalon_query;

-- Read models live in schemas of the reader's own, made and dropped as they are rebuilt.
do $$
begin
    execute format('grant create on database %I to jalon_query', current_database());
end
$$;

-- The seal -----------------------------------------------------------------------------------------------------------

-- What makes the log tamper-evident: one leaf an event, the Merkle tree over them (RFC 9162), and what was signed
-- of it. Rows come and never change: who may write may do nothing but add.
create schema sealed;

create table sealed.leaf (
    -- The event's index in the log, less one: leaves count from 0.
    index    bigint  primary key check (index >= 0),
    hash     bytea   not null check (octet_length(hash) = 32),
    -- Which entry it was, to name it should its row be gone.
    entry_id uuid    not null,
    territory text   not null,
    position bigint  not null,
    -- A digest of the row's own bytes: the leaf is canonical JSON, to which white space and the order of keys are
    -- nothing.
    raw      bytea   not null check (octet_length(raw) = 32)
);

-- The complete subtrees above the leaves, which are level 0.
create table sealed.node (
    level smallint not null check (level > 0),
    index bigint   not null check (index >= 0),
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- What was signed, as C2SP signed notes. Numbered without gaps, so that one that is gone leaves one. (A sequence's
-- numbers are lost with the transactions that fail.)
create table sealed.checkpoint (
    number    bigint      primary key,
    size      bigint      not null check (size >= 0),
    note      text        not null,
    sealed_at timestamptz not null default now()
);
create index checkpoint_size on sealed.checkpoint (size desc, number desc);

-- The days whose checkpoint was mailed, by whichever process came first.
create table sealed.mailed (
    day date primary key
);

-- Every key that ever signed, in note form.
create table sealed.verifier_key (
    key   text        primary key,
    since timestamptz not null default now()
);

-- Which keys ever signed this log, signed by the one in use: whoever can write into verifier_key still cannot put a
-- key of theirs there that a check takes for the log's.
create table sealed.keyring (
    number bigint      primary key,
    note   text        not null,
    since  timestamptz not null default now()
);

revoke all on schema sealed from public;
revoke all on all tables in schema sealed from public;
grant usage on schema sealed to jalon_query;
grant select, insert on all tables in schema sealed to jalon_query;

-- Persons ------------------------------------------------------------------------------------------------------------

-- The keys that names are sealed with, one a person, each wrapped by a key that is not in the database. To destroy one
-- is to forget the name wherever it stands; the row stays, so that the id is nobody else's.
create schema people;

create table people.key (
    person    text        primary key check (person ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    wrapped   bytea,
    made_at   timestamptz not null default now(),
    erased_at timestamptz,
    check ((wrapped is null) = (erased_at is not null))
);

-- Who asked that a person be erased, and who else confirmed it. Once it is done nothing says who it was, and the register
-- has an entry of it, whose id is kept here from the beginning: so it is recorded once, whoever does it and how often.
-- The reason is gone once that entry's is redacted. Of one that a restored back-up did not know of, who sent it again is
-- kept: they record it.
create table people.erasure (
    number       bigint      generated always as identity primary key,
    person       text,
    reason       text,
    asked_by     text        not null,
    asked_at     timestamptz not null default now(),
    confirmed_by text        check (confirmed_by <> asked_by),
    confirmed_at timestamptz,
    entry_id     uuid        not null unique default gen_random_uuid(),
    sent_by      text,
    check ((confirmed_by is null) = (confirmed_at is null)),
    check ((person is null) = (confirmed_at is not null)),
    check (reason is not null or confirmed_at is not null)
);
create unique index erasure_asked on people.erasure (person);

-- Whose name only the national team reads until that is lifted: kept, and proved as it was. Of whoever was erased since
-- nothing says who it was.
create table people.limitation (
    number     bigint      generated always as identity primary key,
    person     text,
    reason     text        not null,
    limited_by text        not null,
    limited_at timestamptz not null default clock_timestamp(),
    lifted_by  text,
    lifted_at  timestamptz,
    lifted_for text,
    check ((lifted_by is null) = (lifted_at is null)),
    check ((lifted_by is null) = (lifted_for is null)),
    check (person is not null or lifted_by is not null)
);
create unique index limitation_in_force on people.limitation (person) where lifted_at is null;

-- Limits a name, or finds the limitation that is in force; null where nobody has a name. With its owner's rights, as below.
create function people.limit_name(wanted text, account text, why text) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform from people.key k where k.person = wanted and k.wrapped is not null for share;
    if not found then
        return null;
    end if;
    insert into people.limitation (person, reason, limited_by) values (wanted, why, account)
    on conflict (person) where lifted_at is null do nothing;
    return (select l.number from people.limitation l where l.person = wanted and l.lifted_at is null);
end
$$;

-- Lifts the limitation that is in force; that of before where none is, null where there never was one.
create function people.lift_limitation(wanted text, account text, why text) returns bigint
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    update people.limitation set lifted_by = account, lifted_at = clock_timestamp(), lifted_for = why
    where person = wanted and lifted_at is null;
    select max(number) from people.limitation where person = wanted
$$;

-- Asks for an erasure, or confirms what another account asked for: done, or not begun, as the transaction is. With its
-- owner's rights, so that a service can forget a person this way alone.
create function people.erase(wanted text, account text, why text) returns table (number bigint, done boolean)
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    asked people.erasure;
begin
    perform pg_advisory_xact_lock(1784769647, 20);
    if not exists (select from people.key k where k.person = wanted and k.wrapped is not null) then
        return;
    end if;
    select * into asked from people.erasure e where e.person = wanted;
    if asked is null then
        insert into people.erasure (person, asked_by, reason) values (wanted, account, why) returning * into asked;
        return query select asked.number, false;
    elsif asked.asked_by = account then
        return query select asked.number, false;
    else
        update people.key set wrapped = null, erased_at = clock_timestamp() where person = wanted;
        update people.erasure e
        set person = null, confirmed_by = account, confirmed_at = clock_timestamp(), reason = e.reason || E'\n' || why
        where e.number = asked.number;
        update people.limitation l
        set person = null, lifted_by = coalesce(l.lifted_by, account),
            lifted_at = coalesce(l.lifted_at, clock_timestamp()), lifted_for = coalesce(l.lifted_for, why)
        where l.person = wanted;
        return query select asked.number, true;
    end if;
end
$$;

-- Who was erased already and is here again, by a back-up that was restored: forgotten anew, with nobody asked. What was told
-- of their erasures is written down again as it was; who asked for one when says which it is.
create function people.erase_again(wanted text[], told jsonb, account text) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    erased bigint;
begin
    perform pg_advisory_xact_lock(1784769647, 20);
    insert into people.key (person, wrapped, erased_at)
    select distinct w, null::bytea, clock_timestamp() from unnest(wanted) as w
    on conflict (person) do update set wrapped = null, erased_at = clock_timestamp()
        where people.key.wrapped is not null;
    get diagnostics erased = row_count;
    update people.limitation l
    set person = null, lifted_by = coalesce(l.lifted_by, l.limited_by),
        lifted_at = coalesce(l.lifted_at, clock_timestamp()), lifted_for = coalesce(l.lifted_for, l.reason)
    where l.person = any (wanted);
    with done as (
        select distinct on (asked_by, asked_at) * from jsonb_to_recordset(told) as t(
            asked_by text, asked_at timestamptz, confirmed_by text, confirmed_at timestamptz, reason text, entry_id uuid)
        order by asked_by, asked_at
    ),
    known as (
        update people.erasure e
        set person = null, confirmed_by = d.confirmed_by, confirmed_at = d.confirmed_at, reason = d.reason,
            sent_by = account
        from done d
        where e.asked_by = d.asked_by and e.asked_at = d.asked_at and e.person = any (wanted)
    )
    insert into people.erasure (asked_by, asked_at, confirmed_by, confirmed_at, reason, entry_id, sent_by)
    select d.asked_by, d.asked_at, d.confirmed_by, d.confirmed_at, d.reason, coalesce(d.entry_id, gen_random_uuid()),
        account
    from done d
    where not exists (select from people.erasure e where e.asked_by = d.asked_by and e.asked_at = d.asked_at)
        and not exists (select from events.event v where v.entry_id = d.entry_id and v.type <> 'person-erased')
    order by d.asked_at
    on conflict (entry_id) do nothing;
    return erased;
end
$$;

-- The keys that free texts are sealed with: a tree for each territory, of which one row is kept until a key is destroyed.
-- Then the keys above it are replaced by those beside the way down to it, sixteen a row, in which zeros stand for what is
-- gone. Wrapped as those of persons are.
create table people.text_key (
    territory text  not null check (territory ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    -- Hexadecimal digits, a step down each; the root's is empty.
    way       text  not null check (way ~ '^[0-9a-f]{0,15}$'),
    wrapped   bytea not null,
    primary key (territory, way)
);

-- Texts whose key was destroyed: where they stood, who had it done, when and why, and no more what they said.
create table people.redaction (
    number      bigint      generated always as identity primary key,
    territory   text        not null,
    entry_id    uuid        not null,
    pointer     text        not null,
    way         text        not null check (way ~ '^[0-9a-f]{16}$'),
    reason      text        not null,
    redacted_by text        not null,
    redacted_at timestamptz not null default clock_timestamp(),
    unique (territory, way)
);

-- Destroys a text's key: what is kept instead of those above it takes their place. With its owner's rights, so that a
-- service can redact a text this way alone; whoever calls it has taken its lock before they read the keys.
create function people.redact(
    of_territory text, entry uuid, place text, gone text, ways text[], keys bytea[], account text, why text
) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    done bigint;
begin
    perform pg_advisory_xact_lock(1784769647, 21);
    insert into people.redaction (territory, entry_id, pointer, way, reason, redacted_by)
    values (of_territory, entry, place, gone, why, account)
    returning number into done;
    insert into people.text_key (territory, way, wrapped)
    select of_territory, w, k from unnest(ways, keys) as u(w, k)
    on conflict (territory, way) do update set wrapped = excluded.wrapped;
    update people.erasure e set reason = null where e.entry_id = entry and place = '/reason';
    return done;
end
$$;

revoke all on schema people from public;
revoke all on all tables in schema people from public;
revoke all on all functions in schema people from public;
grant usage on schema people to jalon_command, jalon_query;
grant select, insert (person, wrapped) on people.key to jalon_command;
grant select on people.key to jalon_query;
grant select on people.erasure, people.limitation to jalon_query;
grant select (number, entry_id, reason, asked_by, confirmed_by, confirmed_at, sent_by) on people.erasure
    to jalon_command;
grant select (person, lifted_at) on people.limitation to jalon_command;
grant execute on function people.erase, people.erase_again, people.limit_name, people.lift_limitation to jalon_query;
grant select, insert on people.text_key to jalon_command;
grant select on people.redaction to jalon_command;
grant select on people.text_key, people.redaction to jalon_query;
grant execute on function people.redact to jalon_query;

-- What somebody is still writing of a meeting, to be recorded later: nothing of it is in a register yet, and it goes when
-- it was not touched for long. It may name persons, so all of it is sealed, with a key of its own that stands wrapped
-- before it; in clear is no more than whose it is, who touched it last, and when.
create schema drafts;

create table drafts.meeting (
    territory  text        not null check (territory ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    id         uuid        not null,
    version    bigint      not null check (version > 0),
    touched_by text        not null,
    touched_at timestamptz not null default clock_timestamp(),
    sealed     bytea       not null check (octet_length(sealed) <= 131072),
    primary key (territory, id)
);
create index meeting_touched on drafts.meeting (touched_at);

revoke all on schema drafts from public;
revoke all on all tables in schema drafts from public;
grant usage on schema drafts to jalon_command;
grant select, delete, insert (territory, id, version, touched_by, sealed),
    update (version, touched_by, touched_at, sealed) on drafts.meeting to jalon_command;
