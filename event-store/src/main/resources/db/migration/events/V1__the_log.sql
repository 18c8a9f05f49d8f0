-- The log of every territory's entries, and the two roles that reach it. The schema `events` itself is Flyway's to create.

-- Roles belong to the whole server, and several databases of one server may be migrated at once.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['jalon_command', 'jalon_query'] loop
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

-- The index is drawn by events.append under a lock, never from a sequence: a sequence's numbers become visible out of
-- order and leave gaps, and a reader that has passed a number never returns to it.
-- Payload and metadata are text and not jsonb, because what is proved later is every byte of what was accepted.
-- The constraints' names tell a writer which of the two rules it broke.
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

-- Appends rows, in the order given, after all there are: one round trip and one commit for as many commands as wait.
-- The lock is held until the commit is visible, so the order of commits is the order of the index: a reader that has
-- seen index n has seen all before it. The statement after the lock takes its own snapshot (read committed).
-- It runs with its owner's rights: the writer needs no right on the table, so it cannot draw an index of its own.
create function events.append(
    entry_ids    uuid[],
    territories  text[],
    positions    bigint[],
    recorded     bigint[],
    types        text[],
    revisions    text[],
    payloads     text[],
    metadata     text[]
) returns bigint
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    head bigint;
begin
    perform pg_advisory_xact_lock(1784769647, 1);
    select coalesce(max(e.global_index), 0) into head from events.event e;
    insert into events.event
        (global_index, entry_id, territory, position, recorded_at, type, revision, payload, metadata)
    select head + n, i, t, p, timestamptz 'epoch' + r * interval '1 microsecond', y, v, b, m
    from unnest(entry_ids, territories, positions, recorded, types, revisions, payloads, metadata)
        with ordinality as u(i, t, p, r, y, v, b, m, n);
    return head;
end
$$;

-- The newest snapshot of each territory: a shortcut that may be thrown away at any time.
create table events.snapshot (
    territory   text        primary key,
    position    bigint      not null,
    recorded_at timestamptz not null,
    type        text        not null,
    revision    text        not null,
    payload     text        not null
);

revoke all on schema events from public;
revoke all on all tables in schema events from public;
revoke all on all functions in schema events from public;

grant usage on schema events to jalon_command, jalon_query;
grant select on events.event to jalon_command, jalon_query;
grant execute on function events.append to jalon_command;
grant select, insert, update, delete on events.snapshot to jalon_command;
